import { firstDay, lastDay, precisionOf } from '../schemas/dates.ts';
import type { Place } from '../schemas/place.ts';

type Capture = Pick<Place, 'captured_not_before' | 'captured_not_after'> & { captured_on: string };
type Change = Pick<Place, 'status_changed_on' | 'changed_not_before' | 'changed_not_after'>;

/** First and last ISO day that something can have happened on, by all its sources. */
export interface Days {
  from: string;
  to: string;
}

/** The days on which a place can have been taken. */
export function captureDays({ captured_on, captured_not_before, captured_not_after }: Capture): Days {
  return { from: firstDay(captured_not_before ?? captured_on), to: lastDay(captured_not_after ?? captured_on) };
}

/** The days on which it can have changed hands again; null where no source dates that. */
export function changeDays({ status_changed_on, changed_not_before, changed_not_after }: Change): Days | null {
  const [first, last] = [changed_not_before ?? status_changed_on, changed_not_after ?? status_changed_on];
  return first && last ? { from: firstDay(first), to: lastDay(last) } : null;
}

/** The day on which a place counts as taken: the stated one, or the last that a date without a day can mean. */
export function takenOn(place: Capture): string {
  return precisionOf(place.captured_on) === 'day' ? place.captured_on : captureDays(place).to;
}

/** The day from which the change counts, in the same way; null where no source dates it. */
export function changedOn(place: Change): string | null {
  const { status_changed_on: stated } = place;
  return stated !== null && precisionOf(stated) === 'day' ? stated : (changeDays(place)?.to ?? null);
}

/** The dates of what is known of who held a place, each at its latest and as finely as it is known: `2026-02`. */
export function datesKnown({
  captured_on,
  captured_not_after,
  status_changed_on,
  changed_not_after,
  held_seen_on,
}: Pick<
  Place,
  'captured_on' | 'captured_not_after' | 'status_changed_on' | 'changed_not_after' | 'held_seen_on'
>): string[] {
  return [captured_not_after ?? captured_on, changed_not_after ?? status_changed_on, held_seen_on].filter(
    (date) => date !== null,
  );
}
