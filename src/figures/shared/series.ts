import { FigureFault } from './filled-card.ts';
import { formatDateShort, formatDigits, formatQualifier } from '../../data/format.ts';
import { spellOutRows } from '../../data/row-references.ts';
import type { Ledger } from '../../data/ledger.ts';
import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import type { FigureCard, Shape, Tone } from '../../data/schemas/figure.ts';
import type { Observation } from '../../data/schemas/observation.ts';
import { utc } from '../../charts/index.ts';

/** The confidence in a number; blank where none is given. */
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
 * Returns the point behind an observation, which the card names in `field`.
 * @throws FigureFault if no row has that id, or it may not be shown.
 */
function observedPoint(ledger: Ledger, id: string, field: string): Point {
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
 * Reads the card's lines, bands, dots and listed rows as series, in the card's order.
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
 * Returns the series that a picture cannot do without.
 * @throws FigureFault if the card has none of that id.
 */
export function neededSeries(series: Series[], kind: Series['kind'], id: string): Series {
  const found = series.find((one) => one.kind === kind && one.id === id);
  if (!found)
    throw new FigureFault(LISTS[kind], `no series "${id}"`, `one with the id "${id}", which the picture is built on`);
  return found;
}

/** Formats the date of an observation, never finer than what is known: `15 Dec 2023`, `Dec 2023`, `22–30 Nov 2023` or `about 1 Dec 2023`. */
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
        field,
        `"${before.id}" (${before.date}) beside "${point.id}" (${point.date})`,
        'rows of days that cannot be the same',
      );
    }
  });
}

/** Returns the points that a picture shows as marks. */
export function drawnPoints(series: Series[]): Point[] {
  return series.filter((one) => one.kind === 'line' || one.kind === 'dots').flatMap((one) => one.points);
}
