import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

/** Every count of civilians killed or injured that is told is a published number. */
export function casualtiesHold(ledger: Ledger): Problem[] {
  return [...ledger.casualties.values()]
    .filter(({ id }) => !ledger.observations.has(id))
    .map((item) => cardProblem(FILES.casualties, item, ['id'], quote(item.id), 'the id of a row in content/data'));
}
