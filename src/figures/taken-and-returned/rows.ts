import { changeDays, takenOn } from '../../ledger/place-days.ts';
import { isGivenBack } from '../../ledger/status.ts';
import type { DatedPlace, PlaceGroupRows } from '../../charts/place-table.ts';

/** Regions side by side: those with a reversal, and those where none was found. */
export interface Panel {
  id: 'back' | 'none-found';
  head: string;
  /** What its rows add up to, counted from them. */
  count: string;
  groups: PlaceGroupRows[];
}

/** Puts each region where its rows belong, its towns in the order of their capture. */
export function panelsOf(groups: PlaceGroupRows[]): [Panel, Panel] {
  const sorted = groups.map((group) => ({ ...group, places: [...group.places].sort((a, b) => (takenOn(a) < takenOn(b) ? -1 : 1)) }));
  const back = sorted.filter(({ places }) => places.some(isReversed));
  const rest = sorted.filter((group) => !back.includes(group));
  const rows = back.flatMap(({ places }) => places);
  const struck = rows.filter(isGivenBack);
  const since = struck.filter((place) => (changeDays(place)?.from ?? '') >= YEAR);
  const quiet = rest.flatMap(({ places }) => places).length;
  return [
    { id: 'back', head: 'Regions with reversals, found or claimed', count: `${struck.length} of ${rows.length} towns are struck, ${since.length} of them since the start of ${YEAR}.`, groups: back },
    { id: 'none-found', head: 'Regions where none was found', count: `${quiet} towns. Absence of news is no proof.`, groups: rest },
  ];
}

/** The year whose reversals the figure is about. */
export const YEAR = '2025';

/** Given back or retaken, or claimed to be. */
function isReversed(place: DatedPlace): boolean {
  return isGivenBack(place) || place.status_latest === 'contested';
}
