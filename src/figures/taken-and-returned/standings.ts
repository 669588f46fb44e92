import { bareName, captureDay, changeDay, isBackWithMilitary } from '../../data/places.ts';
import { sharedTone, type DrawnPlace } from '../shared/drawn-places.ts';

/** The sides that took towns, and the military that has some of them again. */
export const HOLDERS = ['alliance', 'resistance', 'military'] as const;
export type Holder = (typeof HOLDERS)[number];

/** The number of towns of each holder, from one ISO day until the next entry. */
export type Count = Record<Holder, number> & { day: string };

/** Lists the towns that the military is reported to have back, in the order of their return. */
export function returnedTowns(places: readonly DrawnPlace[]): DrawnPlace[] {
  return places
    .filter(isBackByADay)
    .sort((a, b) => dayOfReturn(a).localeCompare(dayOfReturn(b)) || bareName(a).localeCompare(bareName(b)));
}

/** Checks that the military is reported to have a town back, by a known day. */
function isBackByADay(place: DrawnPlace): boolean {
  return isBackWithMilitary(place) && changeDay(place) !== null;
}

/** Returns the day of a return, or the last that its date can mean. */
export function dayOfReturn(place: DrawnPlace): string {
  return changeDay(place) ?? '';
}

/**
 * Counts the towns of a region on each day on which one of them was taken or came back. A town is not counted off because
 * nothing later is known of it. One that passed on to others than the military is not counted at all: it was a matter of
 * days, and would be seen as a spike.
 */
export function standingCounts(places: readonly DrawnPlace[]): Count[] {
  const histories = places.filter(({ status_latest: status }) => status !== 'transferred-uwsa').map(historyOf);
  const days = [...new Set(histories.flatMap((history) => history.map(({ day }) => day)))].sort();
  return days.map((day) => {
    const holders = histories.map((history) => history.findLast((change) => change.day <= day)?.holder);
    const townsOf = (one: Holder) => holders.filter((holder) => holder === one).length;
    return { day, alliance: townsOf('alliance'), resistance: townsOf('resistance'), military: townsOf('military') };
  });
}

/** From one ISO day on, who has a town. */
interface Change {
  day: string;
  holder: Holder;
}

function historyOf(place: DrawnPlace): Change[] {
  const taken: Change = { day: captureDay(place), holder: sharedTone(place) };
  return isBackByADay(place) ? [taken, { day: dayOfReturn(place), holder: 'military' }] : [taken];
}
