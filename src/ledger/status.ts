import type { Place } from '../schemas/place.ts';

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
