import { formatDateShort } from '../../data/format.ts';
import { bareName, captureDay, captureDays, changeDay, isBackWithMilitary } from '../../data/places.ts';
import { precisionOf } from '../../data/schemas/dates.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import type { Place } from '../../data/schemas/place.ts';
import { sharedTone, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';

/** A place on the large map, with its number and the days on which its mark changes. */
export interface Numbered {
  place: DrawnPlace;
  /** Position in the order of reported days. */
  number: number;
  /** From this day on it is drawn: the reported day, or the last day that a month can mean. */
  taken: string;
  /** From this day on the military is reported to have it again; null where that is not reported. */
  back: string | null;
  /** From this day on it is with a third force, to which those who took it passed it on; null where it was not. */
  passed: string | null;
  /** From this day on it is reported held jointly with the military. */
  joint: string | null;
}

/** Numbers places in the order of capture. A day that is known stands where it is; a month stands at the last day it can mean, after the places known to the day. Places of one day keep the order of their file, in which a town comes before its gate. */
export function orderOfCapture(places: DrawnPlace[], fileOrder: string[]): Numbered[] {
  const rank = (place: DatedPlace) =>
    `${captureDay(place)} ${precisionOf(place.captured_on) === 'day' ? 0 : 1} ${String(fileRank(place, fileOrder)).padStart(6, '0')}`;
  return [...places]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((place, index) => ({
      place,
      number: index + 1,
      taken: captureDay(place),
      back: backOn(place),
      passed: passedOn(place),
      joint: jointOn(place),
    }));
}

function fileRank(place: Place, fileOrder: string[]): number {
  const [town, gate] = [fileOrder.indexOf(place.id), place.kind === 'border-crossing' ? 1 : 0];
  return gate * 1000 + town;
}

/** Returns the day on which the military is reported to have a place again, at the latest. */
export function backOn(place: Place): string | null {
  return isBackWithMilitary(place) ? changeDay(place) : null;
}

function passedOn(place: Place): string | null {
  return place.status_latest === 'transferred-uwsa' ? changeDay(place) : null;
}

function jointOn(place: Place): string | null {
  return place.status_latest === 'held-or-joint' ? changeDay(place) : null;
}

/** Checks that a change is drawn by a day, on small maps and large. */
export function hasHappened(day: string | null, by: string): boolean {
  return day !== null && day <= by;
}

/** Checks that the dates leave open if a place had been taken by a day. */
export function isUnsure(place: DatedPlace, by: string): boolean {
  const { from, to } = captureDays(place);
  return from <= by && by < to;
}

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
