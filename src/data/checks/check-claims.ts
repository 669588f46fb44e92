import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';

/** Checks that claims are numbered from `claim-01` without a gap, however many there are. That none vanishes is held by the list of published ids. */
export function claimsAreConsecutive(ledger: Ledger): Problem[] {
  const rows = [...ledger.claims.values()];
  return rows.flatMap((row, index) => {
    const wanted = `claim-${String(index + 1).padStart(2, '0')}`;
    if (row.id === wanted) return [];
    const rule = 'claims are numbered from claim-01 in the order of the file, without a gap; a new one is the last';
    // One gap moves all that follow; only its place is of help.
    return rows.findIndex((one, at) => one.id !== `claim-${String(at + 1).padStart(2, '0')}`) === index
      ? [rowProblem(row, 'id', quote(row.id), `${wanted}: ${rule}`)]
      : [];
  });
}
