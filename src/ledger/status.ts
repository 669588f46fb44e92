import type { Place } from '../schemas/place.ts';
import { formatDateShort, spanWords } from './format.ts';

/** What each latest state of a place says to a reader. Absence of news is not proof, and the words say so. */
export const STATUS_WORDS: Record<Place['status_latest'], string> = {
  held: 'reported held',
  'no-change-seen': 'no later change seen',
  retaken: 'retaken by the military',
  'handed-back': 'handed back to the military',
  'transferred-uwsa': 'passed to the United Wa State Army',
  contested: 'contested',
  'held-or-joint': 'held, or held jointly with the military',
  'not-checked': 'later state not found',
};

/** The last thing known of a place, with its date: `retaken by the military, 16 Jul 2025`. For a crossing also when trade resumed. */
export function latestWords(place: Place): string {
  const { trade_resumed_on: trade } = place;
  return trade === null ? stateWords(place) : `${stateWords(place)}; trade resumed ${formatDateShort(trade)}`;
}

function stateWords(place: Place): string {
  const {
    status_latest,
    status_changed_on: changed,
    changed_not_before: from,
    changed_not_after: to,
    held_seen_on: seen,
  } = place;
  const words = STATUS_WORDS[status_latest];
  if (status_latest === 'held-or-joint' && seen && changed)
    return `${words}, ${formatDateShort(seen)}; joint control reported ${formatDateShort(changed)}`;
  if (seen) return `${words}, ${formatDateShort(seen)}`;
  if (changed) return `${words}, ${spanWords(changed, from, to)}`;
  return from && to ? `${words}, between ${formatDateShort(from)} and ${formatDateShort(to)}` : words;
}

/** Whether the military has a place again. */
export function isGivenBack({ status_latest }: Pick<Place, 'status_latest'>): boolean {
  return status_latest === 'retaken' || status_latest === 'handed-back';
}
