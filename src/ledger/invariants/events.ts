import { precisionOf } from '../../schemas/dates.ts';
import type { Ledger } from '../load.ts';
import type { Problem } from '../problems.ts';
import { rowProblem } from './report.ts';

/** An event's stated precision is that of its date. */
export function precisionIsStated(ledger: Ledger): Problem[] {
  return [...ledger.events.values()]
    .filter((row) => row.precision !== precisionOf(row.date))
    .map((row) =>
      rowProblem(
        row,
        'precision',
        `"${row.precision}" for ${row.date}`,
        `"${precisionOf(row.date)}", as the date is written`,
      ),
    );
}
