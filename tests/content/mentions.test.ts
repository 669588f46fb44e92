import { describe, expect, it } from 'vitest';
import { ledger } from './kit.ts';

const events = [...ledger.events.values()];

/** Names that stand in an event's text without the event being about the place. */
const NOT_ABOUT: Readonly<Record<string, readonly string[]>> = {
  // The roads “Lashio-Muse” and “Lashio-Chinshwehaw” are cut; nothing is said to happen at Lashio.
  t019: ['TN22'],
};

/** What an event calls a place that the places dataset names more fully. */
const SHORTER: Readonly<Record<string, string>> = {
  BS05: 'Infantry Battalion 129',
  CM05: 'Northeastern Command',
  CM06: 'Western Command',
};

describe('an event', () => {
  it('carries the id of every place that its text names', () => {
    const missing = events.flatMap(({ id, event, place, place_ids }) =>
      [...ledger.places.values()]
        .filter(
          (row) =>
            holds(`${event} ${place}`, bareName(row.name)) &&
            !place_ids.includes(row.id) &&
            !NOT_ABOUT[id]?.includes(row.id),
        )
        .map((row) => `${id}: ${row.id} ${row.name}`),
    );
    expect(missing).toEqual([]);
  });

  it('carries the id of no place that its text does not name', () => {
    const added = events.flatMap(({ id, event, place, place_ids }) =>
      place_ids
        .filter(
          (placeId) =>
            !holds(`${event} ${place}`, SHORTER[placeId] ?? bareName(ledger.places.get(placeId)?.name ?? '')),
        )
        .map((placeId) => `${id}: ${placeId}`),
    );
    expect(added).toEqual([]);
  });

  it('carries the id of every group whose name or abbreviation stands in its text', () => {
    expect(events.flatMap((row) => unnamed(row.id, `${row.event} ${row.place}`, row.actor_ids))).toEqual([]);
  });

  it('is excused only where there is something to excuse', () => {
    for (const [id, placeIds] of Object.entries(NOT_ABOUT)) {
      const row = ledger.events.get(id);
      for (const placeId of placeIds)
        expect(holds(row?.event ?? '', ledger.places.get(placeId)?.name ?? '?'), `${id} ${placeId}`).toBe(true);
    }
  });
});

describe('a claim', () => {
  it('carries the id of every group whose name or abbreviation stands in it', () => {
    expect(
      [...ledger.claims.values()].flatMap((row) => unnamed(row.id, `${row.claim} ${row.attributed_to}`, row.actor_ids)),
    ).toEqual([]);
  });
});

/** Groups named in a text, by full name or by any of their abbreviations, whose ids are not given. */
function unnamed(id: string, text: string, ids: readonly string[]): string[] {
  return [...ledger.actors.values()]
    .filter((actor) => !ids.includes(actor.id))
    .flatMap((actor) => {
      // “Myanmar National Democratic Alliance Army” holds the name of another group.
      const longer = [...ledger.actors.values()]
        .map(({ name }) => name)
        .filter((name) => name !== actor.name && name.includes(actor.name));
      const rest = longer.reduce((left, name) => left.replaceAll(name, ''), text);
      const names = [NAMES_OF_MORE.has(actor.id) ? '' : actor.name, ...(actor.abbreviation ?? '').split(/[,/]\s*/)];
      return names.filter((name) => name !== '' && holds(rest, name)).map((name) => `${id}: ${name}`);
    });
}

/** A country is also a place: its name alone does not say that its government acts. */
const NAMES_OF_MORE = new Set(['china']);

/** Whether a text has these words as whole words, in one or in many. */
function holds(text: string, words: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'u').test(
    text,
  );
}

/** A name without what is added in brackets to tell it from others. */
function bareName(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}
