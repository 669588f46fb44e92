import { sharedTone } from '../shared/drawn-places.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName } from '../../data/places.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import type { Numbered } from './order.ts';

/** A number on the map and the name it stands for. */
export interface NumberedName {
  number: number;
  name: string;
  tone: Tone;
  /** The words on what the colour does not say, and what became of it: `Mandalay PDF`, `retaken`; blank where there is nothing to add. */
  more: string;
}

/** Returns all numbers of the large map with their names, for a picture that has no room for them. */
export function numberKey(order: Numbered[]): NumberedName[] {
  return order.map((one) => {
    const more = [remarkOn(one), laterOn(one)].filter((words) => words !== null).join(', ');
    return { number: one.number, name: bareName(one.place), tone: one.place.side, more };
  });
}

/** Returns the force’s own name where its colour is shared by several, and what is not a clean capture. */
export function remarkOn({ place, joint }: Pick<Numbered, 'place' | 'joint'>): string | null {
  if (sharedTone(place) === 'resistance') return place.captor;
  if (place.partial) return 'claimed in part';
  return joint === null ? null : `joint with military, ${formatDateShort(place.status_changed_on as string)}`;
}

/** Returns in a word what the stroke or the ring of a mark means. */
function laterOn({ place, back, passed }: Numbered): string | null {
  if (back !== null) return place.status_latest === 'retaken' ? 'retaken' : 'given back';
  return passed === null ? null : 'UWSA';
}
