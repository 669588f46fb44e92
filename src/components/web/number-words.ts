import { formatDate, formatDateShort, formatQualified } from '../../data/format.ts';
import type { Observation } from '../../data/schemas/observation.ts';

/** Writes the day, month or span that a number describes: `as of 15 December 2023`. */
export function asOfWords({ as_of, not_before, not_after }: Observation): string {
  const span = [not_before, not_after].flatMap((day) => (day === null ? [] : [formatDate(day)]));
  if (span.length > 0) return `as of a day not shown, ${span.length === 1 ? '' : 'between '}${span.join(' and ')}`;
  return as_of === null ? 'of a day not shown' : `as of ${formatDate(as_of)}`;
}

/** Writes another count in short: number, who counted, of what, when. */
export function otherCount({ value, qualifier, claimant, scope, as_of }: Observation): string {
  return [formatQualified(value, qualifier), claimant, scope, as_of === null ? '' : formatDateShort(as_of)]
    .filter(Boolean)
    .join(', ');
}
