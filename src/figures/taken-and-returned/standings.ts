import { bareName, isBackWithMilitary } from '../../data/places.ts';
import type { Period } from '../../data/schemas/figure.ts';
import { sharedTone, type DrawnPlace } from '../shared/drawn-places.ts';
import { tenureOf, type Tenure } from '../shared/tenures.ts';

/** The side that took a town, or the military that has it again. */
export type Holder = ReturnType<typeof sharedTone> | 'military';

/** How a town stands on a day: with whom, and whether a dated report says so or only nothing else was found since. */
export interface Standing {
  holder: Holder;
  isReported: boolean;
}

/** All standings in the order in which they are piled up, from the ground. */
export const STANDINGS: readonly Standing[] = [
  { holder: 'alliance', isReported: true },
  { holder: 'alliance', isReported: false },
  { holder: 'resistance', isReported: true },
  { holder: 'resistance', isReported: false },
  { holder: 'military', isReported: true },
];

/** The number of towns of each standing, from one ISO day until the next entry. */
export interface Count {
  day: string;
  /** In the order of `STANDINGS`. */
  towns: number[];
}

/** A town that the military has again, with its time in other hands. */
export interface ReturnedTown {
  place: DrawnPlace;
  tenure: Tenure;
}

/** Lists the towns that the military is reported to have back, in the order of their return. */
export function returnedTowns(places: readonly DrawnPlace[], end: string): ReturnedTown[] {
  return places
    .filter(isBackWithMilitary)
    .map((place) => ({ place, tenure: tenureOf(place, end) }))
    .filter(({ tenure }) => tenure.ending !== undefined)
    .sort((a, b) => dayOfReturn(a).localeCompare(dayOfReturn(b)) || bareName(a.place).localeCompare(bareName(b.place)));
}

/** Returns the day of a return, or the last that its date can mean. */
export function dayOfReturn({ tenure }: ReturnedTown): string {
  return tenure.ending?.day ?? '';
}

/**
 * Counts the towns of a region on each day on which one of them changed hands, or the reports of it end.
 * A town passed on to others than the military is counted no more.
 * @param end The last day shown.
 * @param breaks Days on which the military was back in a town and left it again, by the town's id.
 */
export function standingCounts(places: readonly DrawnPlace[], end: string, breaks: readonly Period[]): Count[] {
  const histories = places.map((place) =>
    historyOf(
      place,
      end,
      breaks.find(({ id }) => id === place.id),
    ),
  );
  const days = [...new Set(histories.flatMap((history) => history.map(({ day }) => day)))].sort();
  return days.map((day) => {
    const standings = histories.map((history) => history.findLast((change) => change.day <= day)?.standing);
    const isLike = (one: Standing) => (other: Standing | null | undefined) =>
      other?.holder === one.holder && other.isReported === one.isReported;
    return { day, towns: STANDINGS.map((one) => standings.filter(isLike(one)).length) };
  });
}

/** One change of a town's standing; none where it has passed on to others. */
interface Change {
  day: string;
  standing: Standing | null;
}

function historyOf(place: DrawnPlace, end: string, interval?: Period): Change[] {
  const { segments, ending } = tenureOf(place, end, interval);
  const held = segments.map(({ certainty, from }): Change => ({
    day: from,
    standing: { holder: sharedTone(place), isReported: certainty === 'sure' },
  }));
  const back: Standing = { holder: 'military', isReported: true };
  const left: Change[] = interval ? [{ day: interval.from, standing: back }] : [];
  const after: Change[] = ending ? [{ day: ending.day, standing: ending.kind === 'to-the-wa' ? null : back }] : [];
  return [...held, ...left, ...after].sort((a, b) => a.day.localeCompare(b.day));
}
