import { describe, expect, it } from 'vitest';
import { mapDays } from '../../../src/figures/map/days.ts';
import { mapOrder } from '../../../src/figures/map/model.ts';
import { orderOfCapture } from '../../../src/figures/map/order.ts';
import { mapParts } from '../../../src/figures/map/parts.ts';
import { captureDay } from '../../../src/data/places.ts';
import { firstDay, lastDay } from '../../../src/data/schemas/dates.ts';
import type { DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import type { Place } from '../../../src/data/schemas/place.ts';
import { cardOf, drawnRows, ledger } from './kit.ts';

const card = cardOf('map');
const drawn = drawnRows(card).map((id) => ledger.places.get(id)!);
const order = mapOrder(ledger, card);
const parts = mapParts(ledger, card);
const days = mapDays(order);
const isBack = ({ status_latest }: Place) => status_latest === 'retaken' || status_latest === 'handed-back';

const ids = (places: Place[]) => places.map(({ id }) => id).sort();

describe('the order', () => {
  it('follows the days, each place once', () => {
    expect(order.map(({ place }) => place.id).sort()).toEqual(ids(drawn));
    for (const [index, one] of order.slice(1).entries()) expect(one.taken >= order[index]!.taken).toBe(true);
  });

  it('lets a month count at the last day it can mean, after places known to that day', () => {
    expect(captureDay({ captured_on: '2023-12', captured_not_after: null } as DatedPlace)).toBe('2023-12-31');
    expect(captureDay({ captured_on: '2024-05', captured_not_after: '2024-05-09' } as DatedPlace)).toBe('2024-05-09');
    for (const [index, { place, taken }] of order.entries()) {
      const before = order[index - 1];
      if (place.captured_on.length === 7) expect(before !== undefined && before.taken <= taken, place.id).toBe(true);
      else
        expect(
          before === undefined ||
            before.taken < taken ||
            (before.taken === taken && before.place.captured_on.length === 10),
          place.id,
        ).toBe(true);
    }
  });

  it('has a town before its gate on one day, whatever the order of the card', () => {
    const backwards = orderOfCapture(
      [...order].reverse().map(({ place }) => place),
      [...ledger.places.keys()],
    );
    expect(backwards.map(({ place }) => place.id)).toEqual(order.map(({ place }) => place.id));
    expect(order.slice(0, 2).map(({ place }) => place.id)).toEqual(['TN01', 'BX01']);
  });

  it('dates Mongmit back by the last day possible, and says so', () => {
    const mongmit = ledger.places.get('TN21')!;
    const day = days.find(({ day: one }) => one === lastDay(mongmit.changed_not_after!))!;
    expect(day.changes.map(({ words }) => words).join()).toMatch(
      /handed back to the military, some day between .+ and Feb 2026/,
    );
  });
});

const isPartial = ({ status_latest }: Place) => status_latest === 'contested';
const some = (number: number, words: string) => (number > 0 ? words.replace('#', String(number)) : '');
const earliest = (place: Place) => firstDay(place.captured_not_before ?? place.captured_on!);
const latest = (place: Place) => lastDay(place.captured_not_after ?? place.captured_on!);
const stated = (place: Place) => (place.captured_on!.length === 10 ? place.captured_on! : latest(place));
const changed = (place: Place) =>
  place.status_changed_on?.length === 10
    ? place.status_changed_on
    : lastDay(place.changed_not_after ?? place.status_changed_on!);
const passedBy = (day: string) =>
  drawn.filter((place) => place.status_latest === 'transferred-uwsa' && changed(place) <= day).length;

describe('the list of days', () => {
  const listed = parts.days;

  it('has each drawn place once as taken, and each given back once more', () => {
    const said = days
      .flatMap(({ changes }) => changes)
      .filter(({ words }) => !/^(?:passed|reported (?:held jointly|under))/.test(words));
    const names = (isReturn: boolean) =>
      said
        .filter(({ words }) => /^(?:retaken|handed back)/.test(words) === isReturn)
        .flatMap((change) => change.names)
        .sort();
    const namesOf = (places: Place[]) => places.map(({ name }) => name).sort();
    expect(names(false)).toEqual(namesOf(drawn));
    expect(names(true)).toEqual(namesOf(drawn.filter(isBack)));
    expect(listed.map(({ day }) => day)).toEqual([...new Set(listed.map(({ day }) => day))].sort());
  });

  it('counts on each day what a recount of the rows gives, what is claimed in part apart', () => {
    for (const { day, by } of listed) {
      const taken = drawn.filter((place) => stated(place) <= day);
      const whole = taken.filter((place) => !isPartial(place)).length;
      const back = drawn.filter((place) => isBack(place) && changed(place) <= day).length;
      expect(by).toBe(
        `${whole} place${whole === 1 ? '' : 's'}${some(taken.length - whole, ', and # claimed in part')}${some(back, ', # given back or retaken')}${some(passedBy(day), ', # passed to the UWSA')}`,
      );
    }
  });

  it('says of a place held jointly when that was reported, and who was seen there later', () => {
    const joint = drawn.filter(({ status_latest }) => status_latest === 'held-or-joint');
    expect(joint.map(({ id }) => id)).toEqual(['BX04']);
    const day = listed.find((one) => one.day === changed(joint[0]!))!;
    expect(day.heading).toBe('by Nov 2024');
    expect(day.changes.map(({ words }) => words)).toEqual(['reported held jointly with the military']);
    const seen = listed.find((one) => one.day === lastDay(joint[0]!.held_seen_on!))!;
    expect([seen.heading, ...seen.changes.map(({ words }) => words)]).toEqual([
      'by Jan 2026',
      'reported under the alliance',
    ]);
  });

  it('heads a date without a day by what is known of it, and only if none of that day is known to the day', () => {
    for (const { day, heading } of listed) {
      const dates = drawn.flatMap((place) => [
        ...(stated(place) === day ? [place.captured_on!] : []),
        ...((place.status_changed_on ?? place.changed_not_after) !== null && changed(place) === day
          ? [place.status_changed_on ?? place.changed_not_after!]
          : []),
        ...(place.status_latest === 'held-or-joint' && lastDay(place.held_seen_on!) === day
          ? [place.held_seen_on!]
          : []),
      ]);
      expect(heading.startsWith('by '), heading).toBe(dates.length > 0 && dates.every((date) => date.length < 10));
    }
    expect(listed.at(-1)!.heading).toBe('by Feb 2026');
  });

  it('has the days of all small maps, with words where nothing changes', () => {
    for (const { day } of parts.small) {
      const item = listed.find((one) => one.day === day)!;
      expect(item.changes.length === 0, day).toBe(item.still !== null);
    }
  });
});

describe('the small maps', () => {
  const corner = card.places_listed
    .filter((list) => list.in_corner)
    .flatMap(({ rows }) => rows)
    .map((id) => ledger.places.get(id)!)
    .filter((place) => place.captured_on !== null && place.lat !== null && place.confidence !== 'low');
  const posts = [...ledger.places.values()].filter(
    ({ kind, captured_on }) => (kind === 'base' || kind === 'command') && captured_on !== null,
  );
  const range = (places: Place[], day: string, one: string, more = `${one}s`) => {
    const [number, fewest, most] = [stated, latest, earliest].map(
      (date) => places.filter((place) => date(place) <= day).length,
    ) as [number, number, number];
    return `${number} ${number === 1 ? one : more}${fewest === most ? '' : ` (${fewest} to ${most})`}`;
  };
  it.each(parts.small.map((one, index) => [one.day, one, index] as const))(
    'of %s count what a recount of the rows gives, with both ends where days differ',
    (day, { words }, index) => {
      const whole = drawn.filter((place) => !isPartial(place));
      const partial = drawn.filter((place) => isPartial(place) && stated(place) <= day).length;
      const [back, away] = [drawn, corner].map(
        (places) => places.filter((place) => isBack(place) && changed(place) <= day).length,
      ) as [number, number];
      expect(words).toBe(
        `On this map reported taken: ${range(
          whole.filter(({ kind }) => kind === 'town'),
          day,
          'town',
        )}${partial ? ',' : ' and'} ${range(
          whole.filter(({ kind }) => kind !== 'town'),
          day,
          'gate',
        )}${some(partial, ', and # claimed in part')}; ` +
          `${back || 'none'} given back or retaken${some(passedBy(day), ', # passed to the UWSA')}. Elsewhere ${range(corner, day, 'more town')}${some(away, ', # given back or retaken')}` +
          (index === 0 ? `. In the whole country ${range(posts, day, 'base or post', 'bases and posts')}` : ''),
      );
    },
  );

  it('are of the days that the page promises, the last of them the last that the rows know of', () => {
    const known = drawn
      .flatMap((place) => [
        place.captured_on,
        place.captured_not_after,
        place.status_changed_on,
        place.changed_not_after,
        place.held_seen_on,
      ])
      .filter((date) => date !== null)
      .map(lastDay)
      .sort()
      .at(-1)!;
    expect(parts.small.map(({ day }) => day)).toEqual(['2023-12-01', '2024-01-12', '2024-12-31', known]);
    expect(parts.small.at(-1)!.heading).toBe('Last known, Feb 2026');
    expect(card.subtitle).toContain('to February 2026');
  });
});
