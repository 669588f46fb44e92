import { firstDay, lastDay, precisionOf } from '../data/schemas/dates.ts';
import { captureDays, changeDays, changedOn, type Days, isGivenBack } from '../data/places.ts';
import type { DatedPlace } from './place-table.ts';

/** How sure it is that a place was held: by a dated source; not sure, since sources differ or give no day; nothing found. */
export type Look = 'sure' | 'unsure' | 'open';

/** Days of one look, as ISO days; it ends where the next begins. */
export interface Piece {
  look: Look;
  from: string;
  to: string;
}

/** What ended the time that a place was held by those who took it. */
export interface Ending {
  kind: 'retaken' | 'handed-back' | 'to-the-wa';
  /** The stated day, or where there is none the last day it can mean. */
  day: string;
}

/** A place from its capture to the last thing known of it. */
export interface Span {
  /** The day of the capture; missing where no source gives one. */
  taken?: string;
  pieces: Piece[];
  ending?: Ending;
}

/**
 * Days from the capture of a place to what followed. Solid ends with the last dated sighting: what nobody reported is left open.
 * @param end The last day shown.
 * @param interval Days in which it was lost in between, which no column of its row tells.
 */
export function spanOf(place: DatedPlace, end: string, interval?: Days): Span {
  const { captured_on, status_changed_on: changed } = place;
  const { from, to: sure } = captureDays(place);
  const taken = precisionOf(captured_on) === 'day' ? { taken: captured_on } : {};
  const after = afterCapture(place, sure, end);
  const pieces = [piece('unsure', from, sure), ...after].filter((one) => one.from < one.to);
  const ending = endingOf(place);
  return {
    ...taken,
    pieces: interval ? without(pieces, interval.from, changed ?? interval.to) : pieces,
    ...(ending ? { ending } : {}),
  };
}

function afterCapture(place: DatedPlace, sure: string, end: string): Piece[] {
  const { held_seen_on: seen, status_latest: status } = place;
  const change = changeDays(place);
  if (change && (isGivenBack(place) || status === 'transferred-uwsa'))
    return [piece('sure', sure, change.from), piece('unsure', change.from, change.to)];
  // Whose word is right, nobody has settled since.
  if (change && status === 'contested') return [piece('sure', sure, change.from), piece('unsure', change.from, end)];
  if (!seen) return [piece('open', sure, end)];
  const [seenFrom, seenTo] = [firstDay(seen), lastDay(seen)];
  // Held jointly with the military from one report on, and by its captors in the last: when that changed is not known.
  const doubt = change && status === 'held-or-joint' ? change.from : seenFrom;
  return [piece('sure', sure, doubt), piece('unsure', doubt > sure ? doubt : sure, seenTo), piece('open', seenTo, end)];
}

const ENDINGS: Partial<Record<DatedPlace['status_latest'], Ending['kind']>> = {
  retaken: 'retaken',
  'handed-back': 'handed-back',
  'transferred-uwsa': 'to-the-wa',
};

function endingOf(place: DatedPlace): Ending | null {
  const kind = ENDINGS[place.status_latest];
  const day = changedOn(place);
  return kind && day ? { kind, day } : null;
}

function piece(look: Look, from: string, to: string): Piece {
  return { look, from, to };
}

/** The same pieces without the days from one to another. */
function without(pieces: Piece[], from: string, to: string): Piece[] {
  return pieces.flatMap((one) => {
    const before = { ...one, to: one.to < from ? one.to : from };
    const behind = { ...one, from: one.from > to ? one.from : to };
    return [before, behind].filter((part) => part.from < part.to);
  });
}
