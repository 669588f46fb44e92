import { captureDay, captureDays, changeDay, changeDays, isBackWithMilitary, type Days } from '../../data/places.ts';
import { sharedTone, type DrawnPlace } from '../shared/drawn-places.ts';

/** One town in the month in which it was reported taken, or in which the last thing known of it happened. */
export interface TownMonth {
  place: DrawnPlace;
  /** `2023-11`; of dates without a month, or by which it can be one of several, the last that they can mean. */
  month: string;
  /** True if its sources leave another month open, or carry it less firmly. */
  isUnsure: boolean;
}

/** A town in the month in which it left the hands of those who took it, or is said to have. */
export interface LaterMonth extends TownMonth {
  kind: 'back' | 'passed' | 'contested';
}

/** Lists towns by the month of their capture; in a month first the alliance’s, in each group the named ones last, so that they stand at the top. */
export function takenByMonth(places: readonly DrawnPlace[], named: readonly string[]): TownMonth[] {
  const rank = (place: DrawnPlace) =>
    `${sharedTone(place) === 'alliance' ? 0 : 1} ${named.includes(place.id) ? 1 : 0} ${captureDay(place)} ${place.id}`;
  return [...places]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((place) => ({
      place,
      month: monthOf(captureDay(place)),
      isUnsure: isUnsure(place, captureDays(place)),
    }));
}

/** Lists towns by the month in which they changed hands again; those that are disputed or passed to others come last in a month. */
export function laterByMonth(places: readonly DrawnPlace[], named: readonly string[]): LaterMonth[] {
  return places
    .flatMap((place): LaterMonth[] => {
      const [kind, day, days] = [laterKind(place), changeDay(place), changeDays(place)];
      if (kind === null || day === null || days === null) return [];
      return [{ place, kind, month: monthOf(day), isUnsure: kind === 'contested' || isUnsure(place, days) }];
    })
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || orderOf(a, named) - orderOf(b, named));
}

const KINDS: LaterMonth['kind'][] = ['back', 'contested', 'passed'];

function orderOf({ place }: TownMonth, named: readonly string[]): number {
  return named.includes(place.id) ? 1 : 0;
}

function laterKind(place: DrawnPlace): LaterMonth['kind'] | null {
  if (isBackWithMilitary(place)) return 'back';
  if (place.status_latest === 'transferred-uwsa') return 'passed';
  return place.status_latest === 'contested' ? 'contested' : null;
}

function isUnsure({ confidence }: DrawnPlace, { from, to }: Days): boolean {
  return confidence === 'medium' || monthOf(from) !== monthOf(to);
}

function monthOf(day: string): string {
  return day.slice(0, 'YYYY-MM'.length);
}
