import {
  countAxis,
  timeAxis,
  byWidth,
  hasWords,
  fadeParts,
  frameOf,
  leaderLines,
  placeLabels,
  pointMark,
  textLabel,
  bandArea,
  bracket,
  brokenLine,
  rule,
  straightLine,
  utc,
  countScale,
  countTicks,
  dayRange,
  monthStart,
  timeScale,
  yearsBetween,
  wrapText,
  type CountScale,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import { neededPlace, type Placed, placedPoints, placePoint, rowLabels } from '../shared/placed-points.ts';
import { drawnPoints, neededSeries, type Series, seriesOf } from '../shared/series.ts';
import { labelOptions, namedAnnotation, annotationWords, FigureFault, type FilledCard } from '../shared/filled-card.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import type { ChartModel } from '../shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Annotation } from '../../data/schemas/figure-annotation.ts';

/** The words on the rise between two counts, by one office and one definition. */
const RISE = 'rise';
/** The words on the days that rules stand on: the coup, and the beginning of the operation. */
const DAYS = ['coup', 'began'];
/** The parts in which the bands fade out: they are high, so that fewer would be seen as steps. */
const SHADES = 6;
/** Widest line of words for which the card asks no other. */
const ROOM = 120;

/** Draws all people displaced inside the country: the total as a line, thin to rounded statements, and the two parts it consists of as bands where both are known. */
export function displacedTotal(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, byWidth(width, { phone: 392, column: 358, paper: 270, card: 250 }));
  frame.top = byWidth(width, { phone: 50, column: 50, paper: 44, card: 30 });
  const extent = dayRange(drawnPoints(series));
  const start = monthStart(extent[0]);
  const years = yearsBetween(start, extent[1]);
  const x = timeScale(start, `${years.at(-1)}-12-31`, frame, {
    // The name of the highest tick stands before the first day.
    left: byWidth(width, { phone: 48, column: 56, paper: 50, card: 58 }),
    // The words on the last total stand beside it, at its own height.
    right: byWidth(width, { phone: 100, column: 104, paper: 104, card: 20 }),
  });
  const y = countScale(drawnPoints(series), frame);
  const most = Math.max(...drawnPoints(series).map(({ value }) => value));
  const placed = drawnPoints(series).map((point) => placePoint(point, x, y));
  const place = (id: string) => neededPlace(placed, id, 'lines');
  const total = neededSeries(series, 'line', 'total');
  const edges = bandEdges(placedPoints(total, placed), neededSeries(series, 'band', 'since-coup'), y);
  const days = DAYS.map((name) => namedAnnotation(card, name));
  const rise = namedAnnotation(card, RISE);
  const [after, before] = riseOf(ledger, rise).map(place) as [Placed, Placed];
  const ruleOf = ({ at: day }: Annotation, words?: Label[]) => rule(x(utc(day)), 10, frame.bottom, words);
  const rules = days.map((day) => ruleOf(day));
  const marks: Mark[] = [
    ...bands(edges, y),
    ...fadingBands(edges, y),
    ...rules,
    ...brokenLine(placedPoints(total, placed), total.gaps, total.tone, straightLine).map((line) =>
      isRounded(place(line.row ?? '').point.value) ? { ...line, kind: 'whisker' as const } : line,
    ),
    bracket(before, after),
    ...placed.map((one) => dot(series, one, frame)),
  ];
  const axes = [
    countAxis(
      y,
      countTicks(y).filter((tick) => tick <= most),
      frame,
    ),
    timeAxis(
      x,
      years
        .filter((_, index) => index % byWidth(frame, { phone: 2, column: 1, paper: 1 }) === 0)
        .map((year) => `${year}-01-01`),
      '%Y',
      frame,
    ),
  ];

  const wrapped = (annotation: Annotation) =>
    wrapText(annotationWords(annotation, frame) ?? '', labelOptions(annotation, frame).room ?? ROOM, frame.text);
  const atTop = (annotation: Annotation): Label =>
    textLabel(annotation.at, wrapped(annotation), 'remark', x(utc(annotation.at)) + 4, 18, 'start', frame);
  const inBand = (id: string, height: (edge: Edge) => number): Label => {
    const { words, over } = bandName(card, id, frame);
    return textLabel(
      id,
      [words],
      'band',
      x(utc(over)),
      height(edgeAt(edges, x(utc(over)))) + frame.text * 0.36,
      'middle',
      frame.text,
      id === 'since-coup' ? 'displaced' : 'neutral',
    );
  };
  const names = [
    ...days.map(atTop),
    inBand('since-coup', (edge) => edge.older + (edge.all - edge.older) * 0.3),
    inBand('before-coup', (edge) => (y(0) + edge.older) / 2 + 4),
  ];
  const fixed = [...names, ...axes.flatMap((axis) => axis.labels)];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 120, column: 210 }));
  const { sides = [], room = ROOM, away } = labelOptions(rise, frame);
  requests.unshift({
    id: rise.at,
    row: after.point.id,
    text: annotationWords(rise, frame) ?? '',
    kind: 'value',
    tone: 'neutral',
    x: after.x,
    y: (before.y + after.y) / 2,
    room,
    sides,
    ...(away === undefined ? {} : { away }),
  });
  const found = placeLabels(requests, fixed, marks, frame);
  const words = [...names, ...found].filter(hasWords);

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [
      ...days.map((day) => ruleOf(day, words)),
      ...marks.filter((mark) => !rules.includes(mark)),
      ...leaderLines(requests, found, frame),
    ],
    labels: words,
    placed: placed.map((one) => ({ row: one.point.id, x: one.x, y: one.y })),
  };
}

/**
 * Returns the rows of a rise that its card names by the id of a difference, the later first.
 * @throws FigureFault if there is no such difference.
 */
function riseOf(ledger: Ledger, { at: id }: Annotation): string[] {
  const difference = ledger.derivations.get(id);
  if (difference?.kind !== 'difference')
    throw new FigureFault('annotations', `"${id}" as "${RISE}"`, 'the id of a difference in content/derived.yaml');
  return difference.of;
}

/**
 * Returns the name of a band, and the day over which it stands.
 * @throws FigureFault if the card gives none.
 */
function bandName(card: FilledCard, id: string, frame: Frame): { words: string; over: string } {
  const annotation = card.annotations.find((one) => one.at === id);
  const over = annotation && labelOptions(annotation, frame).on;
  if (!annotation || over === undefined)
    throw new FigureFault('annotations', `no day for "${id}"`, `words at "${id}" with the day they stand over`);
  return { words: annotationWords(annotation, frame) ?? '', over };
}

/** The upper edges of the total of one day and of the older part of it. */
interface Edge {
  x: number;
  older: number;
  all: number;
}

/** The edges of the two parts, on days for which both the total and the newer part were published. */
function bandEdges(total: Placed[], part: Series, y: CountScale): Edge[] {
  const edges = total.flatMap((place) => {
    const newer = part.points.find((point) => point.hasDay && point.as_of === place.point.as_of);
    return newer ? [{ x: place.x, older: y(place.point.value - newer.value), all: place.y }] : [];
  });
  if (edges.length < 2)
    throw new FigureFault(
      'bands',
      'rows of other days than the totals',
      'rows of at least two days on which the line has a total',
    );
  return edges;
}

function bands(edges: Edge[], y: CountScale): Mark[] {
  return [
    bandArea(
      edges.map((one) => ({ x: one.x, low: y(0), high: one.older })),
      'neutral',
    ),
    bandArea(
      edges.map((one) => ({ x: one.x, low: one.older, high: one.all })),
      'displaced',
    ),
  ];
}

/** Lets the bands fade out behind the last day on which both are known. */
function fadingBands(edges: Edge[], y: CountScale): Mark[] {
  const last = edges.at(-1) as Edge;
  return fadeParts(last.x, undefined, SHADES).flatMap(({ from, to, opacity }) => {
    const ends = [from, to].map((x) => ({ ...last, x }));
    return bands(ends, y).map((mark) => ({ ...mark, opacity }));
  });
}

/** Draws a count as a dot, a small one where it is a statement rounded to the hundred thousand; a count of a month stands in its middle. */
function dot(series: Series[], place: Placed, frame: Frame): Mark {
  const owner = series.find(({ points }) => points.includes(place.point)) as Series;
  return pointMark(place, isRounded(place.point.value) ? 'point' : owner.shape, owner.tone, frame);
}

/** The edges at any place between two days, for a label. */
function edgeAt(edges: Edge[], x: number): Edge {
  const next = edges.find((edge) => edge.x >= x) ?? (edges.at(-1) as Edge);
  const before = edges[edges.indexOf(next) - 1] ?? next;
  const share = next.x > before.x ? (x - before.x) / (next.x - before.x) : 0;
  return {
    x,
    older: before.older + share * (next.older - before.older),
    all: before.all + share * (next.all - before.all),
  };
}

/** Totals to the nearest hundred thousand are statements, not counts. */
function isRounded(value: number): boolean {
  return value % 100_000 === 0;
}
