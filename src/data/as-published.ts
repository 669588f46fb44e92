import { stepPlaces } from './map-steps.ts';
import { MONTHS, parseDate } from './format.ts';
import type { Located } from './csv.ts';
import type { Ledger } from './ledger.ts';
import { captureDay, changeDay } from './places.ts';
import { firstDay, lastDay } from './schemas/dates.ts';
import type { Place } from './schemas/place.ts';
import type { Source } from './schemas/source.ts';

/** Month at the beginning of a note on an undated document: `late November 2023`. What is only “on events of” a month does not begin so. */
const DATED_BY_MONTH = new RegExp(
  `^(?:about |early |mid-|late |(?:first|second) half of )?(?:\\d{1,2}(?:–\\d{1,2})? )?((?:${MONTHS.join('|')}) \\d{4})(?![–-])`,
);

/** Returns the day or month in which a document was published, from its date or else from the month that its note begins with; null where neither is known. */
export function publicationDate({ published, published_note: note }: Source): string | null {
  if (published !== null) return published;
  const month = DATED_BY_MONTH.exec(note ?? '')?.[1];
  return month === undefined ? null : parseDate(month);
}

/**
 * Returns the ledger as it would have been with only what had been published by a day, each row with its sources of then alone:
 * - a number, if it was published and one of its sources is of that day or earlier;
 * - a place, if it counts as taken by the day and one of the sources of its capture is of then, with a later change of hands if a source of that is;
 * - an event or a judgement of the day or earlier with one source of then;
 * - a statement whose sources are all of then.
 * A month counts as its last day, and a document as its newest version that was read.
 */
export function asPublished(ledger: Ledger, day: string): Ledger {
  const isThen = (date: string | null) => date !== null && lastDay(date) <= day;
  const ofThen = (ids: readonly string[]) =>
    ids.filter((id) => {
      const source = ledger.sources.get(id);
      return source && isThen(source.updated ?? publicationDate(source));
    });
  const known = <T extends { source_ids: string[] }>(rows: Map<string, T>, isKnown: (row: T) => boolean) =>
    new Map(
      [...rows].flatMap(([id, row]) => {
        const source_ids = ofThen(row.source_ids);
        return source_ids.length > 0 && isKnown(row) ? [[id, { ...row, source_ids }] as const] : [];
      }),
    );
  const observations = known(ledger.observations, ({ published }) => isThen(published));
  return {
    ...ledger,
    observations,
    datasets: Object.fromEntries(
      Object.entries(ledger.datasets).map(([name, rows]) => [
        name,
        rows.flatMap(({ id }) => observations.get(id) ?? []),
      ]),
    ) as Ledger['datasets'],
    places: new Map(
      [...known(ledger.places, (place) => isTaken(place, day))].map(([id, place]) => [
        id,
        withStatusOf(place, day, ofThen),
      ]),
    ),
    events: known(ledger.events, ({ date }) => isThen(date)),
    assessments: known(ledger.assessments, ({ date }) => isThen(date)),
    statements: known(ledger.statements, ({ source_ids }) => ofThen(source_ids).length === source_ids.length),
    // These were worded today.
    claims: new Map(),
    derivations: new Map(),
    terms: new Map(),
  };
}

/** Returns the ledger from which the map of a day is drawn: places known then to be taken, and those that were not taken yet. */
export function mapOfDay(ledger: Ledger, day: string): Ledger {
  const then = asPublished(ledger, day);
  const untaken = [...ledger.places].filter(([, place]) => !isTaken(place, day));
  return { ...then, places: new Map([...then.places, ...untaken]) };
}

/** What a brief of a day leaves off because nobody can tell whether it had been published. */
export interface LeftOff {
  /** Places that now count as taken by the day, without a report of that known to be of then. */
  places: Place[];
  /** How many numbers that describe the day or one before it, since the operation began, have no known day of publication. */
  numbers: number;
}

/** Counts what the rule leaves off a brief of a day. */
export function leftOff(ledger: Ledger, day: string): LeftOff {
  const then = asPublished(ledger, day);
  return {
    places: stepPlaces(ledger).filter((place) => isTaken(place, day) && !then.places.has(place.id)),
    numbers: [...ledger.observations.values()].filter(
      ({ as_of, published }) =>
        published === null && as_of !== null && firstDay(as_of) >= ledger.site.began && lastDay(as_of) <= day,
    ).length,
  };
}

function isTaken(place: Place, day: string): boolean {
  const { captured_on } = place;
  return captured_on !== null && captureDay({ ...place, captured_on }) <= day;
}

/** Takes away what no source of then tells of who held a place later. */
function withStatusOf(place: Located<Place>, day: string, ofThen: (ids: string[]) => string[]): Located<Place> {
  const status_source_ids = ofThen(place.status_source_ids);
  const changed = changeDay(place);
  const isKnown = status_source_ids.length > 0 && changed !== null && changed <= day;
  if (isKnown) return { ...place, status_source_ids, held_seen_on: null, trade_resumed_on: null };
  return {
    ...place,
    status_source_ids,
    status_latest: 'not-checked',
    status_changed_on: null,
    changed_not_before: null,
    changed_not_after: null,
    held_seen_on: null,
    trade_resumed_on: null,
  };
}
