import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { glyphKey, glyphKeyHeight } from '../../charts/glyph-key.ts';
import { placeLabels, textLabel } from '../../charts/labels.ts';
import { pointMark, rule, whisker, type Placed } from '../../charts/marks.ts';
import { boxPath } from '../../charts/paths.ts';
import { placePoint } from '../../charts/place.ts';
import { seriesOf, utc, type Series } from '../../charts/points.ts';
import { countScale, countTicks, drawnPoints, OPERATION, timeScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import type { ChartModel, Mark, WidthName } from '../../charts/types.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Ledger } from '../../data/ledger.ts';
import { glyphsOf } from './glyphs.ts';

/** Stands for the empty corner where the warning is. */
const WARNING = '2023-09-01';
/** The group of counts of single days; all others are running totals. */
const ONE_DAY = 'one-day';

/** Scam suspects handed to China: two single days and two running totals from zero, joined by nothing. */
export function handovers(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 430, column: 400 }));
  const glyphs = glyphsOf(frame);
  frame.top = glyphKeyHeight(glyphs, frame) + 40;
  const x = timeScale('2023-09-01', '2023-11-30', frame, { left: 8, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const owners = series.flatMap((one) =>
    one.points.map((point) => ({ one, place: beforeReport(ledger, placePoint(point, x, y), x) })),
  );
  const placed = owners.map(({ place }) => place);
  const marks: Mark[] = owners.flatMap(({ one, place }) => [
    ...(place.x1 > place.x0 ? [whisker(place, one.tone, place.point.id)] : []),
    one.id === ONE_DAY ? column(one, place, y(0), frame.mark) : pointMark(place, one.shape, one.tone, frame),
  ]);
  const key = glyphKey(glyphs, frame);
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(x, ['2023-09-01', '2023-10-01', '2023-11-01', '2023-11-30'], '%-d %b', frame),
  ];

  const words = (day: string) => annotationText(card, day, frame) ?? '';
  const fixed = [
    ...key.labels,
    ...axes.flatMap((axis) => axis.labels),
    textLabel(
      OPERATION,
      wrapText(words(OPERATION), at(frame, { phone: 110, column: 260 }), frame.text),
      'remark',
      x(utc(OPERATION)) - 5,
      frame.top - 8,
      'end',
      frame.text,
    ),
    textLabel(
      'warning',
      wrapText(words(WARNING), at(frame, { phone: 150, column: 270 }), frame.text),
      'remark',
      at(frame, { phone: 34, column: 46 }),
      y(countTicks(y).at(-2) ?? 0) + frame.text * 1.5,
      'start',
      frame.text,
    ),
  ];
  const wishes = rowWishes(card, series, placed, frame, at(frame, { phone: 130, column: 220 }), tastes(width));
  const found = placeLabels(wishes, fixed, marks, frame).map((label) => ({ ...label, row: label.id }));
  const labels = [...fixed.filter(({ kind }) => kind !== 'tick'), ...found];
  // The rule stops above a label that it would run through.
  const offensive = x(utc(OPERATION));
  const end = Math.min(
    frame.bottom,
    ...found
      .filter(({ box }) => box.x0 < offensive && box.x1 > offensive && box.y1 > frame.bottom - 40)
      .map(({ box }) => box.y0 - 2),
  );

  return {
    ...wordsOf(ledger, card, series),
    frame,
    axes,
    marks: [rule(offensive, frame.top - 18, end), ...marks, ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** A count whose day is not shown is of no later day than the earliest report of it. */
function beforeReport(ledger: Ledger, place: Placed, x: (day: Date) => number): Placed {
  if (place.point.hasDay) return place;
  const reported = place.point.sourceIds
    .flatMap((id) => ledger.sources.get(id)?.published ?? [])
    .map((date) => x(utc(lastDay(date))));
  const x1 = Math.min(place.x1, ...reported);
  return { ...place, x: Math.min(place.x, x1), x1 };
}

/** One day’s people stand as a column from zero. */
function column(series: Series, { point, x, y: top }: Placed, bottom: number, half: number): Mark {
  const box = { x0: x - half, x1: x + half, y0: top, y1: bottom };
  return { kind: 'filled', tone: series.tone, row: point.id, d: boxPath(box), boxes: [box] };
}

function tastes(width: WidthName): Record<string, Taste> {
  return {
    H01: { sides: ['above-right'], ...(width === 'phone' ? {} : { room: 140 }) },
    H02: { sides: [width === 'phone' ? 'right' : 'left'] },
    H03: { sides: ['above-left', 'above'] },
    H04: { sides: ['below-left'], dx: width === 'phone' ? 34 : 12, away: 17 },
  };
}
