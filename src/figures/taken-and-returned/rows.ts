import { bareName, changeDays, isBackWithMilitary, captureDay } from '../../data/places.ts';
import type { DatedPlace, PlaceGroupRows } from '../shared/drawn-places.ts';
import type { Place } from '../../data/schemas/place.ts';

/** Regions side by side: those with a reversal, and those where none was found. */
export interface Panel {
  id: 'back' | 'none-found';
  head: string;
  /** A sentence on the number of its rows, counted from them. */
  count: string;
  groups: PlaceGroupRows[];
}

/**
 * Puts each region where its rows belong, its towns in the order of their capture.
 * @param year The year whose reversals the figure is about.
 */
export function townPanels(groups: PlaceGroupRows[], year: string): [Panel, Panel] {
  const sorted = groups.map((group) => ({
    ...group,
    places: [...group.places].sort((a, b) => (captureDay(a) < captureDay(b) ? -1 : 1)),
  }));
  const back = sorted.filter(({ places }) => places.some(isReversed));
  const rest = sorted.filter((group) => !back.includes(group));
  return [
    {
      id: 'back',
      head: 'Regions with reversals, found or claimed',
      count: reversalWords(townsOf(back), year),
      groups: back,
    },
    { id: 'none-found', head: 'Regions where none was found', count: quietWords(townsOf(rest)), groups: rest },
  ];
}

function townsOf(groups: PlaceGroupRows[]): DatedPlace[] {
  return groups.flatMap(({ places }) => places);
}

/** `7 retaken and 3 handed back of 35 towns …; Demoso contested.` */
function reversalWords(towns: DatedPlace[], year: string): string {
  const count = (status: DatedPlace['status_latest']) =>
    towns.filter(({ status_latest }) => status_latest === status).length;
  const since = towns.filter(isBackWithMilitary).filter((place) => (changeDays(place)?.from ?? '') >= year);
  const contested = towns.filter(({ status_latest }) => status_latest === 'contested').map(bareName);
  const open = contested.length > 0 ? `; ${contested.join(', ')} contested` : '';
  return `${count('retaken')} retaken and ${count('handed-back')} handed back of ${towns.length} towns, ${since.length} of these since the start of ${year}${open}.`;
}

/** `31 towns; of 1 the later status is not established. …` */
function quietWords(towns: DatedPlace[]): string {
  const unchecked = towns.filter(isUnchecked).length;
  return `${towns.length} towns${unchecked > 0 ? `; of ${unchecked} the later status is not established` : ''}. Absence of news is no proof.`;
}

/** Checks that a place was given back or retaken, or is claimed to be. */
function isReversed(place: DatedPlace): boolean {
  return isBackWithMilitary(place) || place.status_latest === 'contested';
}

/** Checks that nobody looked up what became of a place later. */
export function isUnchecked(place: Place): boolean {
  return place.status_latest === 'not-checked';
}
