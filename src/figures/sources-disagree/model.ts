import {
  byWidth,
  countTicks,
  frameOf,
  lengthAxis,
  lengthScale,
  pointMark,
  rule,
  smallFrame,
  textLabel,
  textWidth,
  type Frame,
  type Label,
  type Mark,
  type Picture,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import { keyHeight, markKey } from '../shared/card-key.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWordsAt, namedAnnotation, smallWords, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { neededPlace, type Placed } from '../shared/placed-points.ts';
import { drawnPoints, seriesOf, type Point, type Series } from '../shared/series.ts';

/** The name of the words on the count that all others are compared with. */
const COMPARED = 'compared';

/** Draws who counted what: one row a source, in groups of what was counted, on one axis. */
export function sourcesDisagree(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  // On a phone a source's name stands over its mark, elsewhere before it.
  const rowHeight = byWidth(width, { phone: 37, column: 21 });
  const headHeight = byWidth(width, { phone: 30, column: 31 });
  const count = series.reduce((sum, one) => sum + one.points.length, 0);
  const frame = frameOf(width, 0, { left: byWidth(width, { phone: 4, column: 300 }), right: 132, bottom: 6 });
  frame.top = keyHeight(card, frame) + 28;
  frame.height = frame.top + series.length * headHeight + count * rowHeight + 6;
  frame.bottom = frame.height - 6;
  const x = lengthScale(drawnPoints(series), frame.left, frame.right);
  const rows = series.flatMap((one, index) => {
    const above = series
      .slice(0, index)
      .reduce((sum, other) => sum + headHeight + other.points.length * rowHeight, frame.top);
    return earliestFirst(one).map((point, position) => ({
      series: one,
      point,
      isFirst: position === 0,
      head: above + headHeight - 9,
      y: above + headHeight + (position + 0.5) * rowHeight,
    }));
  });
  const placed = rows.map(({ series: one, point, y }) => ({
    series: one,
    ...placeAt(point, x(point.value), y + byWidth(frame, { phone: 10, column: 0 })),
  }));
  const key = markKey(card, frame);
  const wire = neededPlace(placed, namedAnnotation(card, COMPARED).at, 'dots');
  const marks: Mark[] = [
    rule(wire.x, wire.y, frame.bottom),
    ...placed.map((place) => pointMark(place, place.series.shape, claimantTone(card, place.point), frame)),
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
        [sourceLine(card, row.point, frame, ledger.site.began.slice(0, 'YYYY'.length))],
        'name',
        0,
        row.y + byWidth(frame, { phone: -4, column: frame.text * 0.36 }),
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
        claimantTone(card, place.point),
      ),
    ),
  ];

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes: [lengthAxis(x, countTicks(x), frame)],
    marks: [...marks, ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** Returns the colour of a count: those who fought have their own, whoever stands outside is in ink. */
function claimantTone({ claimant_tones }: FilledCard, { claimantId }: Point): Tone {
  return claimant_tones[claimantId] ?? 'ink';
}

/** Earliest count first, so that a group reads as time going on. */
function earliestFirst(series: Series): Point[] {
  return [...series.points].sort((a, b) => a.to.getTime() - b.to.getTime());
}

/** Returns the place of a count at a height. */
function placeAt(point: Point, x: number, y: number): Placed {
  return { point, x, y, x0: x, x1: x };
}

/** Returns who counted and when, without the year in which all began, cut only if it cannot fit; the table has it in full. */
function sourceLine(card: FilledCard, point: Point, frame: Frame, year: string): string {
  const when = `, ${point.date.endsWith(` ${year}`) ? point.date.slice(0, -` ${year}`.length) : point.date}`;
  const room = byWidth(frame, { phone: frame.width, column: frame.left - 12 });
  const hasOwn = card.annotations.some((one) => one.at === point.id);
  let who =
    (hasOwn && annotationWordsAt(card, point.id, frame)) ||
    point.claimant.replace(/ \((?:own wording|tally|own statement|think tank)\)/, '');
  while (textWidth(who + when, frame.text) > room) who = who.replace(/.…?$/, '…');
  return who + when;
}

/** Distances from the head of a group to its marks, and to the next head. */
const MARKS = 12;
const GROUP = 38;

/** Draws the counts for the card of a shared link: one row of marks for each group, named in few words. */
export function sourcesDisagreeSmall(ledger: Ledger, card: FilledCard): Picture {
  const series = seriesOf(ledger, card);
  const frame = smallFrame();
  frame.top = frame.text + 8;
  frame.height = frame.top + GROUP * series.length + 6;
  frame.bottom = frame.height;
  const x = lengthScale(drawnPoints(series), 8, frame.width - 14);
  const { at: compared } = namedAnnotation(card, COMPARED);
  const marks: Mark[] = [];
  const labels: Label[] = [];
  series.forEach((one, index) => {
    const head = frame.top + index * GROUP + frame.text + 2;
    labels.push(textLabel(`head-${one.id}`, [groupHead(card, one)], 'heading', 0, head, 'start', frame.text, 'ink'));
    for (const point of one.points) {
      const place = placeAt(point, x(point.value), head + MARKS);
      if (point.id === compared) marks.push(rule(place.x, place.y, frame.bottom));
      marks.push(pointMark(place, one.shape, claimantTone(card, point), frame));
      const words = smallWords(card, point.id);
      if (words !== null)
        labels.push(
          textLabel(
            point.id,
            [words],
            'name',
            place.x - frame.mark - 4,
            place.y + frame.text * 0.36,
            'end',
            frame.text,
          ),
        );
    }
  });
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [lengthAxis(x, countTicks(x), frame)],
    marks,
    labels,
  };
}

/** Returns what was counted; a single count says its number too. */
function groupHead(card: FilledCard, { id, label, points }: Series): string {
  const words = card.dots.find((one) => one.id === id)?.small ?? label;
  return points.length === 1 ? `${words}: ${points[0]?.number}` : words;
}
