import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { rowProblem } from './report.ts';

/** How ids of rows look in a note: `A21`, `B025`, `f-wire-posts`, `t017`. A unit's name such as `MOC-16` does not. */
const ROW_ID = /(?<![\w-])(?:[A-Z]{1,2}\d{2,3}|f-[a-z][a-z0-9-]*|t0\d{1,2})(?![\w-])/g;

/** A note that compares its number with another names a row that exists; readers are shown that row in words. */
export function notesNameRows(ledger: Ledger): Problem[] {
  const kinds = [ledger.observations, ledger.events, ledger.places];
  return [...ledger.observations.values()].flatMap((row) =>
    (row.note?.match(ROW_ID) ?? [])
      .filter((id) => !kinds.some((kind) => kind.has(id)))
      .map((id) => rowProblem(row, 'note', quote(id), 'the id of a row, or words that do not look like one')),
  );
}
