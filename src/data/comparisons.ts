import type { Ledger } from './ledger.ts';
import { firstDay, lastDay } from './schemas/dates.ts';
import { NO_SERIES, type Observation } from './schemas/observation.ts';

/** Series in which rows of different areas count different things: who crossed which border, and which aircraft fell. */
const BY_AREA = new Set(['cross-border-flow', 'cross-border-stock', 'aircraft-lost']);

const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** Returns what a number may be compared with: its series, or for a number of none what its row names; null where it stands alone. */
export function comparedAs({ series, compared_with }: Observation): string | null {
  return series === NO_SERIES ? (compared_with ?? null) : series;
}

/** Lists other counts of one meaning and unit that can be of a day within seven of a row’s, nearest first; those of low confidence are left out. */
export function countsWithinWeek(ledger: Ledger, row: Observation): Observation[] {
  const days = daysOf(row);
  const meaning = comparedAs(row);
  if (days === null || meaning === null) return [];
  const apart = (other: Observation) => {
    const theirs = daysOf(other);
    return theirs === null ? Infinity : Math.max(theirs.from - days.to, days.from - theirs.to, 0);
  };
  return [...ledger.observations.values()]
    .filter(
      (other) =>
        other.id !== row.id &&
        comparedAs(other) === meaning &&
        other.unit === row.unit &&
        (!BY_AREA.has(meaning) || other.scope_id === row.scope_id) &&
        other.confidence !== 'low' &&
        apart(other) <= WEEK,
    )
    .sort((a, b) => apart(a) - apart(b));
}

function daysOf({ as_of, not_before, not_after }: Observation): { from: number; to: number } | null {
  const [from, to] = [not_before ?? as_of, not_after ?? as_of];
  return from === null || to === null ? null : { from: Date.parse(firstDay(from)), to: Date.parse(lastDay(to)) };
}
