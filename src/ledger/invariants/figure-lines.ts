import { firstDay } from '../../schemas/dates.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import type { Observation } from '../../schemas/observation.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { rowIn, rowMissing, weakRow, type Path, type ReportAt } from './figure-rows.ts';

type Line = FigureCard['lines'][number];

/** A line may join only rows that measure the same thing, one after the other. */
export function lineHolds(ledger: Ledger, figure: FigureCard, line: Line, path: Path, report: ReportAt): Problem[] {
  return [...joinedRowsHold(ledger, figure, line.rows, path, 'line', report), ...gapsHold(line, path, report)];
}

/** Rows that are joined, as a line or as the edge of a band: sound, of one kind, and in time order. */
export function joinedRowsHold(
  ledger: Ledger,
  figure: FigureCard,
  ids: readonly string[],
  path: Path,
  kind: 'line' | 'band',
  report: ReportAt,
): Problem[] {
  const problems: Problem[] = [];
  const rows = ids.flatMap((id, index): Observation[] => {
    const at = [...path, 'rows', index];
    const row = rowIn(ledger, [figure.dataset], id);
    if (!row) {
      problems.push(rowMissing(ledger, [figure.dataset], id, at, report));
      return [];
    }
    if (row.confidence === 'low') problems.push(weakRow(id, at, report));
    return [row];
  });
  const shared = ['series', 'scope_id', 'claimant_id', 'unit'] as const;
  for (const field of shared) {
    const values = [...new Set(rows.map((row) => String(row[field])))];
    if (values.length > 1)
      problems.push(
        report([...path, 'rows'], `rows of ${field} ${values.map(quote).join(' and ')}`, `one ${field} on one ${kind}`),
      );
  }
  return [...problems, ...inTimeOrder(ids, rows, path, report)];
}

function inTimeOrder(ids: readonly string[], rows: Observation[], path: Path, report: ReportAt): Problem[] {
  const index = (row: Observation) => [...path, 'rows', ids.indexOf(row.id)];
  let earlier: Observation | undefined;
  return rows.flatMap((row) => {
    if (row.as_of === null) return [report(index(row), `"${row.id}" without a date`, 'a row with a date')];
    const before = earlier;
    earlier = row;
    if (!before || startOf(before) <= startOf(row)) return [];
    return [
      report(index(row), `"${row.id}" (${row.as_of}) after "${before.id}" (${before.as_of})`, 'rows in time order'),
    ];
  });
}

function startOf(row: Observation): string {
  return row.not_before ? firstDay(row.not_before) : firstDay(row.as_of ?? '9999');
}

function gapsHold(line: Line, path: Path, report: ReportAt): Problem[] {
  return line.gaps.flatMap(([from, to], index) => {
    const at = line.rows.indexOf(from);
    if (at >= 0 && line.rows[at + 1] === to) return [];
    return [report([...path, 'gaps', index], `${quote(from)} and ${quote(to)}`, 'two neighbouring rows of the line')];
  });
}
