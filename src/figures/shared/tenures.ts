import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import { captureDays, changeDays, isBackWithMilitary } from '../../data/places.ts';
import type { DatedPlace } from './drawn-places.ts';
import type { Certainty } from '../../charts/index.ts';
import type { Tone } from '../../data/schemas/figure.ts';

/** Days of one certainty, as ISO days; it ends where the next begins. */
export interface TenureSegment {
  /** Open where nothing later is known. */
  certainty: Certainty | 'open';
  from: string;
  to: string;
}

/** A place from its capture to the last thing known of it. */
export interface Tenure {
  /** The day of the capture; missing where no source gives one. */
  taken?: string;
  segments: TenureSegment[];
}

/**
 * Returns the days from the capture of a place to what followed. Solid ends with the last dated sighting: what nobody reported is left open.
 * @param end The last day shown.
 */
export function tenureOf(place: DatedPlace, end: string): Tenure {
  const { captured_on } = place;
  const { from, to: sure } = captureDays(place);
  const taken = precisionOf(captured_on) === 'day' ? { taken: captured_on } : {};
  const segments = [tenureSegment('unsure', from, sure), ...afterCapture(place, sure, end)];
  return { ...taken, segments: segments.filter((one) => one.from < one.to) };
}

function afterCapture(place: DatedPlace, sure: string, end: string): TenureSegment[] {
  const { held_seen_on: seen, status_latest: status } = place;
  const change = changeDays(place);
  if (change && (isBackWithMilitary(place) || status === 'transferred-uwsa'))
    return [tenureSegment('sure', sure, change.from), tenureSegment('unsure', change.from, change.to)];
  // Whose word is right, nobody has settled since.
  if (change && status === 'contested')
    return [tenureSegment('sure', sure, change.from), tenureSegment('unsure', change.from, end)];
  if (!seen) return [tenureSegment('open', sure, end)];
  const [seenFrom, seenTo] = [firstDay(seen), lastDay(seen)];
  // Held jointly with the military from one report on, and by its captors in the last: when that changed is not known.
  const doubt = change && status === 'held-or-joint' ? change.from : seenFrom;
  return [
    tenureSegment('sure', sure, doubt),
    tenureSegment('unsure', doubt > sure ? doubt : sure, seenTo),
    tenureSegment('open', seenTo, end),
  ];
}

function tenureSegment(certainty: TenureSegment['certainty'], from: string, to: string): TenureSegment {
  return { certainty, from, to };
}

/** Returns half the height of a bar: those of the alliance are thicker, so that they differ without colour too. */
export function barHalf(tone: Tone): number {
  return tone === 'alliance' ? 5 : 3;
}
