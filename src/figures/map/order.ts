import { formatDateShort } from '../../data/format.ts';
import { holdingsOf, type Holder, type Holding } from '../../data/holdings.ts';
import { captureDay } from '../../data/places.ts';
import { precisionOf } from '../../data/schemas/dates.ts';
import type { Place } from '../../data/schemas/place.ts';
import { sharedTone, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';

/** A place on the large map, with the days on which its mark changes. */
export interface OrderedPlace {
  place: DrawnPlace;
  /** With whom it was, first to last. */
  holdings: Holding[];
  /** From this day on it is drawn: the reported day, or the last day that a month can mean. */
  taken: string;
  /** From this day on the military is reported to have it again; null where that is not reported. */
  back: string | null;
  /** From this day on it is with a third force, to which those who took it passed it on; null where it was not. */
  passed: string | null;
  /** From this day on it is reported held jointly with the military. */
  joint: string | null;
  /** From this day on a report has it under those who took it again, after a joint hold. */
  again: string | null;
}

/** Sorts places into the order of capture. A day that is known stands where it is; a month stands at the last day it can mean, after the places known to the day. Places of one day keep the order of their file, in which a town comes before its gate. */
export function orderOfCapture(places: DrawnPlace[], fileOrder: string[]): OrderedPlace[] {
  const rank = (place: DatedPlace) =>
    `${captureDay(place)} ${precisionOf(place.captured_on) === 'day' ? 0 : 1} ${String(fileRank(place, fileOrder)).padStart(6, '0')}`;
  return [...places]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((place) => {
      const holdings = holdingsOf(place);
      const since = (by: Holder) => holdings.find((one) => one.by === by)?.from ?? null;
      const joint = since('joint');
      return {
        place,
        holdings,
        taken: captureDay(place),
        back: since('military'),
        passed: since('uwsa'),
        joint,
        again: holdings.find(({ by, from }) => by === 'captors' && joint !== null && from > joint)?.from ?? null,
      };
    });
}

function fileRank(place: Place, fileOrder: string[]): number {
  const [town, gate] = [fileOrder.indexOf(place.id), place.kind === 'border-crossing' ? 1 : 0];
  return gate * 1000 + town;
}

/** Checks that a change is drawn by a day, on small maps and large. */
export function hasHappened(day: string | null, by: string): boolean {
  return day !== null && day <= by;
}

/** Words on a place beyond its name, with the first day on which they are true. */
export interface Remark {
  words: string;
  from: string;
  /** Whether a narrow picture may leave it to the table. */
  isDetail?: boolean;
  /** Whether a later report has another. */
  isPast?: boolean;
}

/** Lists what is to be said of a place beside its mark: the force’s own name where its colour is shared by several, what is not a clean capture, and later reports that are no return. */
export function remarksOn({ place, holdings, taken, joint, again }: OrderedPlace): Remark[] {
  // A hollow mark has no half.
  const isUntold = place.side === 'tnla' && holdings.every(({ by, isDoubtful }) => by === 'captors' && isDoubtful);
  const remark = (from: string | null, words: string) => (from === null ? [] : [{ words, from }]);
  return [
    ...(sharedTone(place) === 'resistance' ? remark(taken, `taken by ${place.captor}`) : []),
    ...(isUntold ? [{ words: `taken by ${place.captor}`, from: taken, isDetail: true }] : []),
    ...(place.partial ? remark(taken, 'claimed in part') : []),
    ...remark(joint, `held jointly, ${formatDateShort(place.status_changed_on ?? '')}`).map((one) => ({
      ...one,
      isPast: again !== null,
    })),
    ...remark(again, `the alliance’s, ${formatDateShort(place.held_seen_on ?? '')}`),
  ];
}
