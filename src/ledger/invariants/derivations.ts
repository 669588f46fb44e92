import type { Derivation } from '../../schemas/card.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { cardProblem, FILES } from './report.ts';

/** A computed number stands on rows that exist, are sound and can be computed with. */
export function derivationsHold(ledger: Ledger): Problem[] {
  return [...ledger.derivations.values()].flatMap((item) => derivationHolds(ledger, item));
}

function derivationHolds(ledger: Ledger, item: Derivation): Problem[] {
  const report = (path: (string | number)[], found: string, expected: string) => cardProblem(FILES.derived, item, path, found, expected);
  const missing = item.of.flatMap((id, index) =>
    ledger.observations.has(id) ? [] : [report(['of', index], quote(id), 'the id of a row in content/data')],
  );
  if (missing.length > 0) return missing;
  const rows = item.of.map((id) => ledger.observations.get(id) as NonNullable<ReturnType<typeof ledger.observations.get>>);
  const problems = rows.flatMap((row, index) =>
    row.confidence === 'low' ? [report(['of', index], `"${row.id}" of low confidence`, 'rows of high or medium confidence')] : [],
  );
  if (item.kind !== 'sum' && rows.length !== 2) {
    problems.push(report(['of'], `${rows.length} ids`, `two for "${item.kind}"`));
  }
  const units = [...new Set(rows.map((row) => row.unit))];
  if ((item.kind === 'difference' || item.kind === 'sum') && units.length > 1) {
    problems.push(report(['of'], `the units ${units.map(quote).join(' and ')}`, 'rows of one unit'));
  }
  const divisor = item.kind === 'share' ? 1 : item.kind === 'one-in' ? 0 : null;
  if (divisor !== null && rows[divisor]?.value === 0) {
    problems.push(report(['of', divisor], `"${rows[divisor].id}", which is 0`, 'a number to divide by'));
  }
  return problems;
}
