import type { Located } from '../csv.ts';
import { nearMiss } from '../spelling.ts';
import { quote, type Problem } from '../errors.ts';
import { type Ledger, OBSERVATION_FILES } from '../ledger.ts';
import type { Observation } from '../schemas/observation.ts';
import { rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Columns whose words tie rows together: a slip in one takes its row out of its line unseen. */
const CODES = ['series', 'scope_id', 'claimant_id', 'unit'] as const;
/** Uses from which a word is one that others may be slips of. */
const OFTEN = 3;

/** Checks that no code or unit used once is a slip of one used often. */
export function codesAreKnown({ datasets }: Ledger): Problem[] {
  const rows = OBSERVATION_FILES.flatMap((name) => datasets[name]);
  return CODES.flatMap((field) => {
    const uses = Map.groupBy(rows, (row) => row[field]);
    const often = [...uses].filter(([, users]) => users.length >= OFTEN).map(([code]) => code);
    return [...uses].flatMap(([code, users]) => {
      const meant = users.length === 1 ? nearMiss(code, often) : undefined;
      return meant === undefined
        ? []
        : [rowProblem(users[0] as Row, field, quote(code), `${quote(meant)}, or a word that differs from it by more`)];
    });
  });
}
