import { precisionOf } from '../schemas/dates.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import { nearMiss } from '../spelling.ts';
import { rowProblem } from './report.ts';
import type { Located } from '../csv.ts';

/** Checks that the stated precision of each event is that of its date. */
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

/** Checks that the places and groups exist which events, claims and places name by id. */
export function mentionsExist(ledger: Ledger): Problem[] {
  const events = [...ledger.events.values()].flatMap((row) => [
    ...unknown(row, 'place_ids', row.place_ids, ledger.places, 'the id of a row in content/data/places.csv'),
    ...unknown(row, 'actor_ids', row.actor_ids, ledger.actors, ACTOR),
  ]);
  const claims = [...ledger.claims.values()].flatMap((row) =>
    unknown(row, 'actor_ids', row.actor_ids, ledger.actors, ACTOR),
  );
  const groups = new Map([...ledger.actors.keys(), OTHER_CAPTOR].map((id) => [id, id]));
  const places = [...ledger.places.values()].flatMap((row) =>
    unknown(row, 'captor_ids', row.captor_ids, groups, `one of ${[...groups.keys()].join(', ')}`),
  );
  return [...events, ...claims, ...places];
}

/** Value in `captor_ids` for a group that has no entry in `actors.yaml`. */
export const OTHER_CAPTOR = 'other';
const ACTOR = 'the id of a group in content/actors.yaml';

function unknown(
  row: Located<object>,
  field: string,
  ids: readonly string[],
  known: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>,
  expected: string,
): Problem[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => {
      const meant = nearMiss(id, known.keys());
      return rowProblem(row, field, quote(id), meant ? `perhaps ${meant}; ${expected}` : expected);
    });
}
