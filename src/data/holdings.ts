import { captureDay, captureDays, changeDay, changeDays, isBackWithMilitary } from './places.ts';
import { lastDay } from './schemas/dates.ts';
import type { Place } from './schemas/place.ts';

/** With whom a place was: those who took it, the military again, the Wa army, or its captors and the military jointly. */
export type Holder = 'captors' | 'military' | 'uwsa' | 'joint';

/** Days through which one holder is reported to have a place. */
export interface Holding {
  by: Holder;
  /** First ISO day: the stated one, or the last that a date without a day can mean. */
  from: string;
  /** First ISO day on which it no longer holds; null where nothing later is reported. */
  until: string | null;
  /** Whether it is second-hand or doubtful: less firmly sourced, claimed in part, contested, or by some source not yet so. */
  isDoubtful: boolean;
}

/** Lists with whom a place was reported from its capture on, first to last: the one rule by which every map draws it on a day. */
export function holdingsOf(place: Place & { captured_on: string }): Holding[] {
  const starts = [...taken(place), ...changed(place)].sort((a, b) => (a.from < b.from ? -1 : 1));
  return starts.map((one, index) => ({ ...one, until: starts[index + 1]?.from ?? null }));
}

/** Returns the holding of a day; undefined before the capture. */
export function holdingOn(place: Place & { captured_on: string }, day: string): Holding | undefined {
  return holdingsOf(place).find(({ from, until }) => from <= day && (until === null || day < until));
}

type Start = Omit<Holding, 'until'>;

function taken(place: Place & { captured_on: string }): Start[] {
  return firmFrom(captureDay(place), captureDays(place).to, 'captors', place.confidence === 'medium' || place.partial);
}

function changed(place: Place): Start[] {
  const [day, days] = [changeDay(place), changeDays(place)];
  if (day === null || days === null) return [];
  const isMedium = place.confidence === 'medium';
  if (isBackWithMilitary(place)) return firmFrom(day, days.to, 'military', isMedium);
  if (place.status_latest === 'transferred-uwsa') return firmFrom(day, days.to, 'uwsa', isMedium);
  if (place.status_latest === 'contested') return [{ by: 'captors', from: day, isDoubtful: true }];
  if (place.status_latest !== 'held-or-joint') return [];
  const { held_seen_on: seen } = place;
  // Seen with its captors after that by one report, which does not say that the joint hold had ended.
  const again: Start[] =
    seen !== null && lastDay(seen) > day ? [{ by: 'captors', from: lastDay(seen), isDoubtful: true }] : [];
  return [{ by: 'joint', from: day, isDoubtful: isMedium }, ...again];
}

/** A holding that is doubtful until the last day on which, by any source, it began. */
function firmFrom(from: string, surely: string, by: Holder, isDoubtful: boolean): Start[] {
  const first = { by, from, isDoubtful: isDoubtful || surely > from };
  return surely > from && !isDoubtful ? [first, { by, from: surely, isDoubtful }] : [first];
}
