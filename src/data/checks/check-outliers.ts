import { firstDay, lastDay } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import { OBSERVATION_FILES, type Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { isChecked, OR_REASON } from './reasons.ts';
import { rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Factor by which the first or last count of a line may differ from the next to it: most grow twofold at most from one to the next, the fastest nearly fourfold. */
const STEP = 4;
/** Factor by which a count may lie above or below both its neighbours in time: counts fall back, but hardly by half. */
const EXCURSION = 2;
/** Factor by which the only count of its scope and claimant may lie outside the range of others of its scope, or else of its series. */
const RANGE = 3;
/** Number of others, the nearest in time, that such a count is compared with. */
const COMPARED = 6;
/** Largest factor that is let pass because its series shows it elsewhere: a slip of ten stays above it. */
const CAP = 8;

/** Distance of a number from those it is compared with. */
interface Deviation {
  row: Row;
  kind: 'step' | 'excursion' | 'range';
  factor: number;
  /** Rows compared with; the nearer one first. */
  beside: Row[];
  /** Row that may carry the reason besides the row itself. */
  excusedBy?: Row;
}

/** Checks that no number differs from its neighbours by a factor that its series does not show elsewhere, as a digit too many would make it. Facts stand in no series and are not compared. */
export function outliersHold(ledger: Ledger): Problem[] {
  return OBSERVATION_FILES.filter((name) => name !== 'facts')
    .flatMap((name) => [...groupBy(ledger.datasets[name], (row) => row.series).values()])
    .flatMap(seriesHolds);
}

function seriesHolds(series: readonly Row[]): Problem[] {
  const lines = groupBy(series, (row) => `${row.scope_id} ${row.claimant_id}`);
  const deviations = [...lines.values()].flatMap((line) => lineDeviations(line, series));
  const found = deviations.filter((one) => !isExcused(one) && one.factor > limitOf(one, deviations));
  const slips = new Set(found.filter(({ kind }) => kind === 'excursion').map(({ row }) => row));
  // A slip inside a line makes its neighbour at the end of the line look wrong too.
  return found.filter(({ kind, beside }) => kind !== 'step' || !beside.some((row) => slips.has(row))).map(toProblem);
}

function lineDeviations(line: readonly Row[], series: readonly Row[]): Deviation[] {
  const dated = line.filter(({ as_of }) => as_of !== null).sort(byDay);
  const compared = dated.length > 1 ? dated : [];
  return [
    ...compared.flatMap((_, index) => deviationInLine(compared, index)),
    ...line.filter((row) => !compared.includes(row)).flatMap((row) => deviationFromOthers(row, series)),
  ];
}

/** Compares a count with the nearest before and after it that nobody had to explain. A count that was explained stands apart from its line, so that only the next one is compared with it. */
function deviationInLine(line: readonly Row[], index: number): Deviation[] {
  const row = line[index] as Row;
  const [previous, next] = [line[index - 1], line[index + 1]];
  const before = line.slice(0, index).findLast((other) => !isChecked(other));
  const after = line.slice(index + 1).find((other) => !isChecked(other));
  if (before && after) {
    const beside = nearestFirst(row, [before, after]);
    return [{ row, kind: 'excursion', factor: factorOutside(row, beside), beside }];
  }
  const other = nearestFirst(row, previous ? [previous, before] : [after])[0];
  if (other && previous) return [{ row, kind: 'step', factor: factorBetween(row, other), beside: [other] }];
  // Of two counts the later is the newer in the file too, as a rule, and is the one to look at.
  if (!other || !next || line.filter((one) => !isChecked(one)).length <= 2) return [];
  return [{ row, kind: 'step', factor: factorBetween(row, other), beside: [other], excusedBy: next }];
}

function nearestFirst(row: Row, others: readonly (Row | undefined)[]): Row[] {
  return others.filter((other) => other !== undefined).sort((a, b) => factorBetween(row, a) - factorBetween(row, b));
}

/** Compares the only count of its scope and claimant with others of the scope, or else with the whole series. */
function deviationFromOthers(row: Row, series: readonly Row[]): Deviation[] {
  const others = series.filter((other) => other !== row && other.unit === row.unit);
  const sameScope = others.filter(({ scope_id }) => scope_id === row.scope_id);
  const beside = nearestInTime(row, sameScope.length > 0 ? sameScope : others);
  if (beside.length === 0) return [];
  return [{ row, kind: 'range', factor: factorOutside(row, beside), beside: nearestFirst(row, beside).slice(0, 1) }];
}

/** Lists those of the rows that are nearest in time; all of them for a row without a date. */
function nearestInTime({ as_of }: Row, rows: readonly Row[]): Row[] {
  if (as_of === null) return [...rows];
  const days = (other: Row) => Math.abs(Date.parse(firstDay(other.as_of ?? as_of)) - Date.parse(firstDay(as_of)));
  return [...rows].sort((a, b) => days(a) - days(b)).slice(0, COMPARED);
}

function isExcused({ row, excusedBy }: Deviation): boolean {
  return isChecked(row) || (excusedBy !== undefined && isChecked(excusedBy));
}

/** Returns the factor up to which a deviation is let pass: a floor, or what the series shows elsewhere and nobody had to explain. */
function limitOf({ row, kind, beside }: Deviation, all: readonly Deviation[]): number {
  if (kind === 'range') return RANGE;
  const elsewhere = all.filter(
    (other) =>
      other.kind === kind &&
      other.row !== row &&
      !other.beside.includes(row) &&
      !beside.includes(other.row) &&
      !isExcused(other),
  );
  return Math.min(CAP, Math.max(kind === 'step' ? STEP : EXCURSION, ...elsewhere.map(({ factor }) => factor)));
}

function toProblem({ row, kind, factor, beside }: Deviation): Problem {
  const others = beside.map(({ id, value, as_of }) => `${id} (${value}${as_of === null ? '' : ` of ${as_of}`})`);
  const isLarger = beside.every(({ value }) => row.value > value);
  const nearest = kind === 'range' ? ', the nearest count to compare it with,' : '';
  return rowProblem(
    row,
    'value',
    `${row.value}, ${isLarger ? 'larger' : 'smaller'} than ${others.join(' and ')}${nearest} by a factor of ${inWords(factor)}`,
    `a number nearer to ${beside.length > 1 ? 'one of them' : 'it'}, ${OR_REASON}`,
  );
}

function inWords(factor: number): string {
  return factor < 10 ? factor.toFixed(1).replace('.0', '') : String(Math.round(factor));
}

/** Orders by the first day a number can describe, then by the last, then by place in the file. */
function byDay(a: Row, b: Row): number {
  const [first, last] = [
    (row: Row) => firstDay(row.not_before ?? row.as_of ?? ''),
    (row: Row) => lastDay(row.not_after ?? row.as_of ?? ''),
  ];
  return first(a).localeCompare(first(b)) || last(a).localeCompare(last(b)) || a.line - b.line;
}

function factorBetween(a: Row, b: Row): number {
  return factorOutside(a, [b]);
}

/** Returns the factor by which a number lies above the largest or below the smallest of others; 1 between them. Nothing counts as one half, so that zero can be compared. */
function factorOutside(row: Row, others: readonly Row[]): number {
  const size = ({ value }: Row) => Math.max(value, 0.5);
  const [low, high] = [Math.min(...others.map(size)), Math.max(...others.map(size))];
  return Math.max(1, size(row) / high, low / size(row));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
