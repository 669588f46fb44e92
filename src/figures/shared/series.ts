import { FigureFault, type FilledCard, labelOptions, wordsAt } from './card.ts';
import { formatDateShort, formatDigits, formatQualifier } from '../../data/format.ts';
import { spellOutRows } from '../../data/row-references.ts';
import type { Ledger } from '../../data/ledger.ts';
import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import type { FigureCard, Shape, Tone } from '../../data/schemas/figure.ts';
import type { Observation } from '../../data/schemas/observation.ts';
import {
  utc,
  spread,
  pointMark,
  whisker,
  glyphKey,
  glyphKeyHeight,
  outline,
  type Frame,
  type PlacedPoint,
  type CountScale,
  type TimeScale,
  type Mark,
  type Glyph,
  type Label,
  type LabelRequest,
} from '../../charts/index.ts';

export type Confidence = 'high' | 'medium' | 'low' | '';

/** One published number, ready to be placed: the value and all that must travel with it. */
export interface Point {
  id: string;
  value: number;
  /** `more than 660,000`, in digits, so that columns compare. */
  number: string;
  qualifier: string;
  unit: string;
  claimant: string;
  claimantId: string;
  scope: string;
  scopeId: string;
  /** First and last day the number can describe; the same where the day is known. */
  from: Date;
  to: Date;
  hasDay: boolean;
  /** `15 Dec 2023`, or in words where there is no day. */
  date: string;
  as_of: string;
  not_before: string;
  not_after: string;
  published: string;
  confidence: Confidence;
  /** Of medium confidence: read only in somebody else's report, or open to doubt for another reason. */
  isDoubtful: boolean;
  /** What exactly was counted, where the source says it. */
  definition: string | null;
  note: string | null;
  sourceIds: string[];
}

/** Points that one style of mark shows. */
export interface Series {
  id: string;
  label: string;
  tone: Tone;
  shape: Shape;
  kind: 'line' | 'band' | 'dots' | 'listed';
  points: Point[];
  gaps: [string, string][];
}

/**
 * The point behind an observation, which the card names in `field`.
 * @throws FigureFault if no row has that id, or it may not be shown.
 */
export function observedPoint(ledger: Ledger, id: string, field: string): Point {
  const row = ledger.observations.get(id);
  if (!row) throw new FigureFault(field, `"${id}"`, 'the id of a published number in content/data');
  if (row.confidence === 'low')
    throw new FigureFault(
      field,
      `"${id}" of low confidence`,
      'a row of high or medium confidence; others stand under left_out',
    );
  const start = row.not_before ?? row.as_of;
  const end = row.not_after ?? row.as_of;
  if (!start || !end) throw new FigureFault(field, `"${id}" without a date`, 'a row with a date');
  const hasDay = row.as_of !== null && precisionOf(row.as_of) === 'day';
  return {
    id,
    value: row.value,
    number: [formatQualifier(row.qualifier), formatDigits(row.value)].filter(Boolean).join(' '),
    qualifier: row.qualifier,
    unit: row.unit,
    claimant: row.claimant,
    claimantId: row.claimant_id,
    scope: row.scope,
    scopeId: row.scope_id,
    from: utc(hasDay ? (row.as_of as string) : firstDay(start)),
    to: utc(hasDay ? (row.as_of as string) : lastDay(end)),
    hasDay,
    date: dateWords(row),
    as_of: row.as_of ?? '',
    not_before: row.not_before ?? '',
    not_after: row.not_after ?? '',
    published: row.published ?? '',
    confidence: row.confidence,
    isDoubtful: row.confidence === 'medium',
    definition: row.definition,
    note: row.note === null ? null : spellOutRows(ledger, row.note),
    sourceIds: row.source_ids,
  };
}

/**
 * The card's lines, bands, dots and listed rows as series, in the card's order.
 * @throws FigureFault if a line mixes scopes or claimants, or a row is weak or missing.
 */
export function seriesOf(ledger: Ledger, card: FigureCard): Series[] {
  const points = (ids: string[], field: string) =>
    ids.map((id, index) => observedPoint(ledger, id, `${field}.rows.${index}`));
  const lines = card.lines.map((line, index): Series => {
    const series = {
      ...line,
      shape: 'dot' as const,
      kind: 'line' as const,
      points: points(line.rows, `lines.${index}`),
    };
    checkLine(`lines.${index}.rows`, series.points);
    return series;
  });
  const bands = card.bands.map((band, index): Series => ({
    ...band,
    shape: 'dot',
    kind: 'band',
    points: points(band.rows, `bands.${index}`),
    gaps: [],
  }));
  const dots = card.dots.map((group, index): Series => ({
    ...group,
    kind: 'dots',
    points: points(group.rows, `dots.${index}`),
    gaps: [],
  }));
  const listed = card.table_only.map((group, index): Series => ({
    id: `listed-${index}`,
    label: group.label,
    tone: 'neutral',
    shape: 'dot',
    kind: 'listed',
    points: points(group.rows, `table_only.${index}`),
    gaps: [],
  }));
  return [...lines, ...bands, ...dots, ...listed];
}

/** The lists of a card, by the kind of series they hold. */
const LISTS = { line: 'lines', band: 'bands', dots: 'dots', listed: 'table_only' } as const;

/**
 * The series that a picture cannot do without.
 * @throws FigureFault if the card has none of that id.
 */
export function neededSeries(series: Series[], kind: Series['kind'], id: string): Series {
  const found = series.find((one) => one.kind === kind && one.id === id);
  if (!found)
    throw new FigureFault(LISTS[kind], `no series "${id}"`, `one with the id "${id}", which the picture is built on`);
  return found;
}

/** `15 Dec 2023`, `Dec 2023`, `22–30 Nov 2023` or `about 1 Dec 2023`: never finer than what is known. */
export function dateWords(row: Pick<Observation, 'as_of' | 'not_before' | 'not_after'>): string {
  const { as_of, not_before, not_after } = row;
  if (as_of && precisionOf(as_of) === 'day') return formatDateShort(as_of);
  if (!not_before || !not_after) return as_of ? formatDateShort(as_of) : 'undated';
  if (not_before === not_after) return `about ${formatDateShort(not_before)}`;
  const sameMonth = not_before.slice(0, 7) === not_after.slice(0, 7);
  return `${sameMonth ? Number(not_before.slice(8)) : `${formatDateShort(not_before)} `}–${sameMonth ? '' : ' '}${formatDateShort(not_after)}`;
}

function checkLine(field: string, points: Point[]): void {
  const mixed = (what: string, of: (point: Point) => string) => {
    const found = [...new Set(points.map(of))];
    if (found.length > 1) throw new FigureFault(field, `${what}s ${found.join(', ')}`, `one ${what} on one line`);
  };
  mixed('scope', (point) => point.scopeId);
  mixed('unit', (point) => point.unit);
  mixed('claimant', (point) => point.claimantId);
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before && before.to > point.from) {
      throw new FigureFault(
        `${field}.${index}`,
        `"${point.id}" (${point.date}) after "${before.id}" (${before.date})`,
        'rows in time order, of days that cannot be the same',
      );
    }
  });
}

/** The points that a picture shows as marks. */
export function drawnPoints(series: Series[]): Point[] {
  return series.filter((one) => one.kind === 'line' || one.kind === 'dots').flatMap((one) => one.points);
}

/** A number with its place in a picture. */
export type Placed = PlacedPoint<Point>;

/** Puts one point on the plane: at its day, or in the middle of the days it can mean. */
export function placePoint(point: Point, x: TimeScale, y: CountScale): Placed {
  const [x0, x1] = [x(point.from), x(point.to)];
  return { point, x: (x0 + x1) / 2, y: y(point.value), x0, x1 };
}

/** Places every drawn point of a figure, marks that would hide each other moved apart. Points on lines stay where they are. */
export function placeSeries(series: Series[], x: TimeScale, y: CountScale, frame: Frame): Placed[] {
  const on = (kind: Series['kind']) =>
    series.filter((one) => one.kind === kind).flatMap((one) => one.points.map((point) => placePoint(point, x, y)));
  return spread(on('line'), on('dots'), frame);
}

/**
 * Where a row stands that a picture cannot do without.
 * @throws FigureFault if the card does not draw it.
 */
export function neededPlace(placed: Placed[], id: string, field: string): Placed {
  const found = placed.find((one) => one.point.id === id);
  if (!found)
    throw new FigureFault(field, `no row "${id}"`, `"${id}" among the rows, since the picture is built on it`);
  return found;
}

/** The marks of all placed points, with a whisker where the day is not known. */
export function pointMarks(
  series: Series[],
  placed: Placed[],
  frame: Frame,
  shapeOf: (series: Series, place: Placed) => Shape = (one) => one.shape,
): Mark[] {
  return placed.flatMap((place) => {
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const mark = pointMark(place, shapeOf(owner, place), owner.tone, frame);
    return place.x1 > place.x0 ? [whisker(place, owner.tone, place.point.id), mark] : [mark];
  });
}

/** The placed points of one series, in its order. */
export function placedOf(series: Series, placed: Placed[]): Placed[] {
  return series.points.map((point) => placed.find((place) => place.point === point) as Placed);
}

/** How tall the key of a card is at a frame's width. */
export function keyHeight(card: FigureCard, frame: Frame): number {
  return glyphKeyHeight(glyphsOf(card, frame), frame);
}

/** The row of marks above the plot that says what their shapes mean. */
export function markKey(card: FigureCard, frame: Frame): { marks: Mark[]; labels: Label[] } {
  return glyphKey(glyphsOf(card, frame), frame);
}

function glyphsOf(card: FigureCard, { mark }: Frame): Glyph[] {
  return card.key.map(({ text, shape, tone, open, whisker: hasWhisker }) => {
    const width = hasWhisker ? 24 : 2 * mark + 4;
    const kind = open || shape === 'diamond' ? 'open' : 'filled';
    return {
      width,
      text,
      draw: (x, y) => [
        ...(hasWhisker ? [whisker({ x0: x, x1: x + width, y }, tone)] : []),
        { kind, tone, d: outline(shape, x + width / 2, y, mark), boxes: [] },
      ],
    };
  });
}

/** The labels that a card asks for at the marks of its rows; those of days, of series and of what the picture asks for by name are placed by the figure itself. */
export function rowLabels(
  card: FilledCard,
  series: Series[],
  placed: Placed[],
  frame: Frame,
  room: number,
): LabelRequest[] {
  return card.annotations.flatMap((annotation): LabelRequest[] => {
    const { at, kind, label } = annotation;
    const place = placed.find((one) => one.point.id === at);
    const text = place && wordsAt(annotation, frame);
    if (!place || !text || annotation.as !== undefined) return [];
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const { dx = 0, sides = [], on: _, ...options } = labelOptions(annotation, frame);
    return [
      {
        id: at,
        row: at,
        text,
        kind,
        tone: kind === 'value' ? owner.tone : 'neutral',
        x: (label?.after_range ? place.x1 : place.x) + dx,
        y: place.y,
        room,
        sides,
        ...options,
      },
    ];
  });
}
