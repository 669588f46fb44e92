import { precisionOf } from '../schemas/dates.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import { rowProblem } from './report.ts';
import type { Located } from '../csv.ts';

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

/** Every place and group that an event or a claim names by id exists. */
export function mentionsExist(ledger: Ledger): Problem[] {
  const events = [...ledger.events.values()].flatMap((row) => [
    ...unknown(row, 'place_ids', row.place_ids, ledger.places, 'the id of a row in content/data/places.csv'),
    ...unknown(row, 'actor_ids', row.actor_ids, ledger.actors, ACTOR),
  ]);
  const claims = [...ledger.claims.values()].flatMap((row) =>
    unknown(row, 'actor_ids', row.actor_ids, ledger.actors, ACTOR),
  );
  return [...events, ...claims];
}

const ACTOR = 'the id of a group in content/actors.yaml';

function unknown(
  row: Located<object>,
  field: string,
  ids: readonly string[],
  known: ReadonlyMap<string, unknown>,
  expected: string,
): Problem[] {
  return ids.filter((id) => !known.has(id)).map((id) => rowProblem(row, field, quote(id), expected));
}
