import { formatDateShort, formatDigits, qualifierWords } from '../ledger/format.ts';
import { spellOutRows } from '../ledger/row-words.ts';
import type { Ledger } from '../ledger/load.ts';
import { firstDay, lastDay, precisionOf } from '../schemas/dates.ts';
import type { FigureCard, Shape, Tone } from '../schemas/figure.ts';
import type { Observation } from '../schemas/observation.ts';

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
  /** Read only in somebody else's report of it. */
  isSecondHand: boolean;
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
 * The point behind an observation.
 * @throws Error if no row has that id.
 */
export function observedPoint(ledger: Ledger, id: string): Point {
  const row = ledger.observations.get(id);
  if (!row) throw new Error(`no row "${id}" in content/data`);
  const start = row.not_before ?? row.as_of;
  const end = row.not_after ?? row.as_of;
  if (!start || !end) throw new Error(`row "${id}" has no date: it can be listed, not drawn`);
  const hasDay = row.as_of !== null && precisionOf(row.as_of) === 'day';
  return {
    id,
    value: row.value,
    number: [qualifierWords(row.qualifier), formatDigits(row.value)].filter(Boolean).join(' '),
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
    isSecondHand: row.confidence === 'medium',
    note: row.note === null ? null : spellOutRows(ledger, row.note),
    sourceIds: row.source_ids,
  };
}

/**
 * The card's lines, bands, dots and listed rows as series, in the card's order.
 * @throws Error if a line mixes scopes or claimants, or a weak row is to be drawn.
 */
export function seriesOf(ledger: Ledger, card: FigureCard): Series[] {
  const points = (ids: string[]) => ids.map((id) => observedPoint(ledger, id));
  const lines = card.lines.map((line): Series => {
    const series = { ...line, shape: 'dot' as const, kind: 'line' as const, points: points(line.rows) };
    checkLine(card.id, line, series.points);
    return series;
  });
  const bands = card.bands.map((band): Series => ({ ...band, shape: 'dot', kind: 'band', points: points(band.rows), gaps: [] }));
  const dots = card.dots.map((group): Series => ({ ...group, kind: 'dots', points: points(group.rows), gaps: [] }));
  const listed = card.table_only.map((group, index): Series => ({
    id: `listed-${index}`, label: group.label, tone: 'neutral', shape: 'dot', kind: 'listed', points: points(group.rows), gaps: [],
  }));
  const all = [...lines, ...bands, ...dots, ...listed];
  for (const point of all.flatMap((series) => series.points)) {
    if (point.confidence === 'low') throw new Error(`content/figures/${card.id}.yaml: row ${point.id} is of low confidence and may not be shown`);
  }
  return all;
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

/** Midnight UTC of an ISO day. */
export function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function checkLine(figure: string, line: FigureCard['lines'][number], points: Point[]): void {
  const where = `content/figures/${figure}.yaml: line "${line.id}"`;
  const mixed = (what: string, of: (point: Point) => string) => {
    const found = [...new Set(points.map(of))];
    if (found.length > 1) throw new Error(`${where} mixes ${what} ${found.join(', ')}; a line may have only one`);
  };
  mixed('scopes', (point) => point.scopeId);
  mixed('units', (point) => point.unit);
  mixed('claimants', (point) => point.claimantId);
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before && before.to > point.from) throw new Error(`${where} goes back in time from ${before.id} to ${point.id}`);
  });
}
