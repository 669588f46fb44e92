import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';

const CLAIMS = 25;

/** Checks that each of the twenty-five claims of the founding report is there, and no other. */
export function claimsAreComplete(ledger: Ledger): Problem[] {
  const wanted = Array.from({ length: CLAIMS }, (_, index) => `claim-${String(index + 1).padStart(2, '0')}`);
  const extra = [...ledger.claims.values()]
    .filter((row) => !wanted.includes(row.id))
    .map((row) => rowProblem(row, 'id', quote(row.id), `one of ${wanted[0]} to ${wanted.at(-1)}`));
  const missing = wanted
    .filter((id) => !ledger.claims.has(id))
    .map((id) => ({
      file: 'content/claims.csv',
      field: 'id',
      found: `no row "${id}"`,
      expected: `${wanted[0]} to ${wanted.at(-1)}, each once`,
    }));
  return [...extra, ...missing];
}
