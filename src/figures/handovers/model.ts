import {
  boxPath,
  byWidth,
  countAxis,
  countScale,
  countTicks,
  dayRange,
  frameOf,
  glyphKey,
  glyphKeyHeight,
  monthEnd,
  monthStart,
  monthsBetween,
  outline,
  placeLabels,
  pointMark,
  rule,
  textLabel,
  timeAxis,
  timeScale,
  utc,
  whisker,
  wrapText,
  type Frame,
  type Glyph,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWords, labelOptions, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { placePoint, rowLabels, type Placed } from '../shared/placed-points.ts';
import { drawnPoints, seriesOf, type Series } from '../shared/series.ts';

/** The words in the empty corner. */
const WARNING = 'warning';
/** The words at the day on which the operation began. */
const BEGAN = 'began';
/** Widest line of words for which the card asks no other. */
const ROOM = 150;
/** The group of counts of single days; all others are running totals. */
const ONE_DAY = 'one-day';

/** Draws scam suspects handed to China: two single days and two running totals from zero, joined by nothing. */
export function handovers(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, byWidth(width, { phone: 430, column: 350 }));
  const glyphs = handoverGlyphs(frame);
  frame.top = glyphKeyHeight(glyphs, frame) + 40;
  const { began } = ledger.site;
  const extent = dayRange(drawnPoints(series));
  const [start, end] = [monthStart(extent[0]), monthEnd(extent[1])];
  const x = timeScale(start, end, frame, { left: 8, right: 6 });
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
  const axes = [countAxis(y, countTicks(y), frame), timeAxis(x, [...monthsBetween(start, end), end], '%-d %b', frame)];

  const words = (name: string) => {
    const annotation = namedAnnotation(card, name);
    return wrapText(annotationWords(annotation, frame) ?? '', labelOptions(annotation, frame).room ?? ROOM, frame.text);
  };
  const fixed = [
    ...key.labels,
    ...axes.flatMap((axis) => axis.labels),
    textLabel(began, words(BEGAN), 'remark', x(utc(began)) - 5, frame.top - 8, 'end', frame.text),
    textLabel(
      'warning',
      words(WARNING),
      'remark',
      byWidth(frame, { phone: 34, column: 46 }),
      y(countTicks(y).at(-2) ?? 0) + frame.text * 1.5,
      'start',
      frame.text,
    ),
  ];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 130, column: 220 }));
  const found = placeLabels(requests, fixed, marks, frame).map((label) => ({ ...label, row: label.id }));
  const labels = [...fixed.filter(({ kind }) => kind !== 'tick'), ...found];
  // The rule stops above a label that it would run through.
  const offensive = x(utc(began));
  const foot = Math.min(
    frame.bottom,
    ...found
      .filter(({ box }) => box.x0 < offensive && box.x1 > offensive && box.y1 > frame.bottom - 40)
      .map(({ box }) => box.y0 - 2),
  );

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [rule(offensive, frame.top - 18, foot), ...marks, ...key.marks],
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

/** Draws the people of one day as a column from zero. */
function column(series: Series, { point, x, y: top }: Placed, bottom: number, half: number): Mark {
  const box = { x0: x - half, x1: x + half, y0: top, y1: bottom };
  return { kind: 'filled', tone: series.tone, row: point.id, d: boxPath(box), boxes: [box] };
}

const tone = 'china' as const;

/** Returns the key of the columns, the dots and the line through a dot. */
function handoverGlyphs({ mark }: Frame): Glyph[] {
  const dot = (x: number, y: number): Mark => ({ kind: 'filled', tone, d: outline('dot', x, y, mark), boxes: [] });
  return [
    {
      width: 2 * mark,
      text: 'received on one day',
      draw: (x, y) => [
        { kind: 'filled', tone, d: boxPath({ x0: x, x1: x + 2 * mark, y0: y - 7, y1: y + 5 }), boxes: [] },
      ],
    },
    { width: 2 * mark + 4, text: 'running total', draw: (x, y) => [dot(x + mark + 2, y)] },
    {
      width: 24,
      text: 'day of the count not shown',
      draw: (x, y) => [whisker({ x0: x, x1: x + 24, y }, tone), dot(x + 12, y)],
    },
  ];
}
