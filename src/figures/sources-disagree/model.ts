import { lengthAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { textLabel } from '../../charts/labels.ts';
import { pointMark, rule, type Placed } from '../../charts/marks.ts';
import { seriesOf, type Point, type Series } from '../../charts/points.ts';
import { countTicks, drawnPoints, lengthScale } from '../../charts/scales.ts';
import { neededPlace } from '../../charts/place.ts';
import { textWidth } from '../../charts/text-width.ts';
import { annotationText, wordsOf } from '../../charts/words.ts';
import type { ChartModel, Frame, Label, Mark, WidthName } from '../../charts/types.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import type { Ledger } from '../../data/ledger.ts';

/** The count that all others are compared with. */
export const WIRE_REPORT = 'f-wire-posts';

/** Who counted what: one row a source, in groups of what was counted, on one axis. */
export function sourcesDisagree(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  // On a phone a source's name stands over its mark, elsewhere before it.
  const rowHeight = at(width, { phone: 37, column: 23 });
  const headHeight = at(width, { phone: 30, column: 34 });
  const count = series.reduce((sum, one) => sum + one.points.length, 0);
  const frame = frameOf(width, 0, { left: at(width, { phone: 4, column: 300 }), right: 132, bottom: 6 });
  frame.top = keyHeight(card, frame) + 28;
  frame.height = frame.top + series.length * headHeight + count * rowHeight + 6;
  frame.bottom = frame.height - 6;
  const x = lengthScale(drawnPoints(series), frame.left, frame.right);
  const rows = series.flatMap((one, index) => {
    const above = series
      .slice(0, index)
      .reduce((sum, other) => sum + headHeight + other.points.length * rowHeight, frame.top);
    return sorted(one).map((point, position) => ({
      series: one,
      point,
      isFirst: position === 0,
      head: above + headHeight - 9,
      y: above + headHeight + (position + 0.5) * rowHeight,
    }));
  });
  const placed = rows.map(({ series: one, point, y }) => ({
    series: one,
    ...placeAt(point, x(point.value), y + at(frame, { phone: 10, column: 0 })),
  }));
  const key = markKey(card, frame);
  const wire = neededPlace(placed, WIRE_REPORT, 'dots');
  const marks: Mark[] = [
    rule(wire.x, wire.y, frame.bottom),
    ...placed.map((place) => pointMark(place, place.series.shape, toneOf(place.point), frame)),
  ];
  const labels: Label[] = [
    ...key.labels,
    ...rows
      .filter((row) => row.isFirst)
      .map((row) =>
        textLabel(
          `head-${row.series.id}`,
          [row.series.label],
          'heading',
          0,
          row.head,
          'start',
          frame.text,
          row.series.tone,
        ),
      ),
    ...rows.map((row) =>
      textLabel(
        `who-${row.point.id}`,
        [sourceLine(card, row.point, frame)],
        'name',
        0,
        row.y + at(frame, { phone: -4, column: frame.text * 0.36 }),
        'start',
        frame.text,
      ),
    ),
    ...placed.map((place) =>
      textLabel(
        place.point.id,
        [place.point.number],
        'value',
        place.x + frame.mark + 5,
        place.y + frame.text * 0.36,
        'start',
        frame.text,
        toneOf(place.point),
      ),
    ),
  ];

  return {
    ...wordsOf(ledger, card, series),
    frame,
    axes: [lengthAxis(x, countTicks(x), frame)],
    marks: [...marks, ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** Whose word a count is: those who fought have their colours, whoever stands outside is in ink. */
const TONES: Record<string, Tone> = {
  alliance: 'alliance',
  'alliance-via-ctg': 'alliance',
  mndaa: 'alliance',
  tnla: 'alliance',
  kndf: 'resistance',
  military: 'military',
};

/** Whose colour a count carries. */
export function toneOf(point: Point): Tone {
  return TONES[point.claimantId] ?? 'ink';
}

/** Earliest count first, so that a group reads as time going on. */
function sorted(series: Series): Point[] {
  return [...series.points].sort((a, b) => a.to.getTime() - b.to.getTime());
}

/** A mark on the axis of counts. */
export function placeAt(point: Point, x: number, y: number): Placed {
  return { point, x, y, x0: x, x1: x };
}

/** Who and when, cut only if it cannot fit; the table has it in full. */
function sourceLine(card: FilledCard, point: Point, frame: Frame): string {
  const when = `, ${point.date.replace(/ 2023$/, '')}`;
  const room = at(frame, { phone: frame.width, column: frame.left - 12 });
  const hasOwn = card.annotations.some((one) => one.at === point.id);
  let who =
    (hasOwn && annotationText(card, point.id, frame)) ||
    point.claimant.replace(/ \((?:own wording|tally|own statement|think tank)\)/, '');
  while (textWidth(who + when, frame.text) > room) who = who.replace(/.…?$/, '…');
  return who + when;
}
