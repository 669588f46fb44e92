import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import { captureDays, changeDays, changeDay, type Days, isBackWithMilitary } from '../../data/places.ts';
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

/** The event that ended the time that a place was held by those who took it. */
export interface Ending {
  kind: 'retaken' | 'handed-back' | 'to-the-wa';
  /** The stated day, or where there is none the last day it can mean. */
  day: string;
}

/** A place from its capture to the last thing known of it. */
export interface Tenure {
  /** The day of the capture; missing where no source gives one. */
  taken?: string;
  segments: TenureSegment[];
  ending?: Ending;
}

/**
 * Returns the days from the capture of a place to what followed. Solid ends with the last dated sighting: what nobody reported is left open.
 * @param end The last day shown.
 * @param interval Days in which it was lost in between, which no column of its row tells.
 */
export function tenureOf(place: DatedPlace, end: string, interval?: Days): Tenure {
  const { captured_on, status_changed_on: changed } = place;
  const { from, to: sure } = captureDays(place);
  const taken = precisionOf(captured_on) === 'day' ? { taken: captured_on } : {};
  const after = afterCapture(place, sure, end);
  const segments = [tenureSegment('unsure', from, sure), ...after].filter((one) => one.from < one.to);
  const ending = endingOf(place);
  return {
    ...taken,
    segments: interval ? without(segments, interval.from, changed ?? interval.to) : segments,
    ...(ending ? { ending } : {}),
  };
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

const ENDINGS: Partial<Record<DatedPlace['status_latest'], Ending['kind']>> = {
  retaken: 'retaken',
  'handed-back': 'handed-back',
  'transferred-uwsa': 'to-the-wa',
};

function endingOf(place: DatedPlace): Ending | null {
  const kind = ENDINGS[place.status_latest];
  const day = changeDay(place);
  return kind && day ? { kind, day } : null;
}

function tenureSegment(certainty: TenureSegment['certainty'], from: string, to: string): TenureSegment {
  return { certainty, from, to };
}

/** Returns the segments without the days from one to another. */
function without(segments: TenureSegment[], from: string, to: string): TenureSegment[] {
  return segments.flatMap((one) => {
    const before = { ...one, to: one.to < from ? one.to : from };
    const behind = { ...one, from: one.from > to ? one.from : to };
    return [before, behind].filter((part) => part.from < part.to);
  });
}

/** Returns half the height of a bar: those of the alliance are thicker, so that they differ without colour too. */
export function barHalf(tone: Tone): number {
  return tone === 'alliance' ? 5 : 3;
}
