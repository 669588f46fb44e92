import { firstDay } from '../../schemas/dates.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import type { Observation } from '../../schemas/observation.ts';
import { OBSERVATION_FILES, type Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';

type Path = (string | number)[];
type Line = FigureCard['lines'][number];

/** A line may join only rows that measure the same thing, one after the other. */
export function lineHolds(ledger: Ledger, figure: FigureCard, line: Line, path: Path, report: (path: Path, found: string, expected: string) => Problem): Problem[] {
  const dataset = OBSERVATION_FILES.find((name) => name === figure.dataset);
  const inDataset = new Map((dataset ? ledger.datasets[dataset] : []).map((row) => [row.id, row]));
  const problems: Problem[] = [];
  const rows = line.rows.flatMap((id, index): Observation[] => {
    const row = inDataset.get(id);
    if (!row) {
      const elsewhere = ledger.observations.has(id) ? `"${id}", which is in another dataset` : quote(id);
      problems.push(report([...path, 'rows', index], elsewhere, `the id of a row in content/data/${figure.dataset}.csv`));
      return [];
    }
    if (row.confidence === 'low') problems.push(report([...path, 'rows', index], `"${id}" of low confidence`, 'a row of high or medium confidence'));
    return [row];
  });
  const shared = ['series', 'scope_id', 'claimant_id', 'unit'] as const;
  for (const field of shared) {
    const values = [...new Set(rows.map((row) => String(row[field])))];
    if (values.length > 1) problems.push(report([...path, 'rows'], `rows of ${field} ${values.map(quote).join(' and ')}`, `one ${field} on one line`));
  }
  return [...problems, ...inTimeOrder(line, rows, path, report), ...gapsHold(line, path, report)];
}

function inTimeOrder(line: Line, rows: Observation[], path: Path, report: (path: Path, found: string, expected: string) => Problem): Problem[] {
  const index = (row: Observation) => [...path, 'rows', line.rows.indexOf(row.id)];
  let earlier: Observation | undefined;
  return rows.flatMap((row) => {
    if (row.as_of === null) return [report(index(row), `"${row.id}" without a date`, 'a row with a date')];
    const before = earlier;
    earlier = row;
    if (!before || startOf(before) <= startOf(row)) return [];
    return [report(index(row), `"${row.id}" (${row.as_of}) after "${before.id}" (${before.as_of})`, 'rows in time order')];
  });
}

function startOf(row: Observation): string {
  return row.not_before ? firstDay(row.not_before) : firstDay(row.as_of ?? '9999');
}

function gapsHold(line: Line, path: Path, report: (path: Path, found: string, expected: string) => Problem): Problem[] {
  return line.gaps.flatMap(([from, to], index) => {
    const at = line.rows.indexOf(from);
    if (at >= 0 && line.rows[at + 1] === to) return [];
    return [report([...path, 'gaps', index], `${quote(from)} and ${quote(to)}`, 'two neighbouring rows of the line')];
  });
}
