import { describe, expect, it } from 'vitest';
import { cornerSvg, cornerTowns } from '../../../src/figures/map/corner.ts';
import { mapDays } from '../../../src/figures/map/days.ts';
import { mapOrder } from '../../../src/figures/map/model.ts';
import { stepMap } from '../../../src/figures/map/step-map.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import type { Place } from '../../../src/data/schemas/place.ts';
import { lastDay } from '../../../src/data/schemas/dates.ts';
import { datesIn, daysAround, isSeenOn } from '../../unit/kit/days-in-words.ts';
import { cardOf, ledger, modelsOf } from './kit.ts';

const card = cardOf('map');
const models = modelsOf('map');
const order = mapOrder(ledger, card);
const list = mapDays(order, card.stops);
const corner = cornerTowns(ledger, card);

/** The days that the rows know of, by what can be read in their cells alone. */
const lastOf = (stated: string | null, latest: string | null) =>
  stated?.length === 10 ? stated : lastDay(latest ?? stated ?? '9999');
const takenOn = (place: Place) => lastOf(place.captured_on, place.captured_not_after);
const changedOn = (place: Place) => lastOf(place.status_changed_on, place.changed_not_after);

const days = daysAround(
  [...order.map(({ place }) => place), ...corner].flatMap((place) =>
    [takenOn(place), place.captured_not_after, changedOn(place), place.held_seen_on].flatMap((day) =>
      day === null || day.startsWith('9999') ? [] : lastDay(day),
    ),
  ),
);

/** With whom a place was on a day, by its row. */
function holderOn(place: Place, day: string): string {
  if (changedOn(place) > day) return 'captors';
  if (place.status_latest === 'transferred-uwsa') return 'uwsa';
  if (place.status_latest === 'held-or-joint') return lastDay(place.held_seen_on!) <= day ? 'captors' : 'joint';
  return ['retaken', 'handed-back'].includes(place.status_latest) ? 'military' : 'captors';
}

/** What the marks of a place in a picture say, on a day. */
function drawnOn(model: ChartModel, row: string, day: string): string {
  const seen = model.marks.filter((mark) => mark.row === row && isSeenOn(mark, day));
  const has = (kind: string, tone?: string) =>
    seen.some((mark) => mark.kind === kind && (tone === undefined || mark.tone === tone));
  if (has('strike')) return seen.some(({ tone }) => tone === 'alliance') ? 'a returned mark in brick' : 'military';
  if (has('whisker')) return 'uwsa';
  if (has('filled', 'military')) return has('half', 'alliance') ? 'joint' : 'a slate mark without a stroke';
  return 'captors';
}

describe.each(models.map((model) => [model.frame.name, model] as const))('the map at %s, on every day', (_, model) => {
  it('shows exactly the places taken by then, each with whoever had it on that day', () => {
    expect(days.length).toBeGreaterThan(90);
    for (const day of days) {
      const rows = new Set(model.marks.filter((mark) => mark.row && isSeenOn(mark, day)).map((mark) => mark.row));
      const taken = order.filter(({ place }) => takenOn(place) <= day);
      expect([...rows].sort(), day).toEqual(taken.map(({ place }) => place.id).sort());
      for (const { place } of taken)
        expect(drawnOn(model, place.id, day), `${place.name} on ${day}`).toBe(holderOn(place, day));
    }
  });

  it('draws one mark a place at a time in each pane: what one holder had ends when the next has it', () => {
    for (const day of days)
      for (const { place } of order) {
        const bodies = model.marks.filter(
          (mark) => mark.row === place.id && isSeenOn(mark, day) && ['filled', 'open'].includes(mark.kind),
        );
        const spots = new Set(bodies.map(({ boxes: [box] }) => `${box!.x0} ${box!.y0}`));
        expect(bodies.length, `${place.name} on ${day}`).toBe(spots.size);
        expect(bodies.length > 0, `${place.name} on ${day}`).toBe(takenOn(place) <= day);
      }
  });

  it('says no word of later: no name before its day, no date after the day, no status before it is reported', () => {
    for (const day of days) {
      const seen = model.labels.filter((label) => isSeenOn(label, day));
      const words = seen.map(({ lead = '', lines }) => [lead, ...lines].join(' '));
      for (const text of words) for (const date of datesIn(text)) expect(date <= day, `“${text}” on ${day}`).toBe(true);
      for (const { place } of order)
        if (takenOn(place) > day)
          expect(
            seen.filter(({ row }) => row === place.id),
            `${place.name} on ${day}`,
          ).toEqual([]);
      const some = (holder: string) =>
        order.some(({ place }) => takenOn(place) <= day && holderOn(place, day) === holder);
      const reported = (words_: RegExp) => words.some((text) => words_.test(text));
      if (!order.some(({ place }) => changedOn(place) <= day))
        expect(reported(/the military|with military|Wa\b/), day).toBe(false);
      if (!some('military')) expect(reported(/back with/), day).toBe(false);
    }
  });
});

describe('around the map, on every day', () => {
  it('the country beside it shows the towns taken by then, and strikes what was back by then', () => {
    const parts = [...cornerSvg(corner, true).matchAll(/<g class="(speck[^"]*)">(.*?)<\/g>/g)].flatMap(
      ([, group, all]) =>
        [...all!.matchAll(/data-from="([^"]*)"(?: data-until="([^"]*)")? d="([^"]*)"/g)].map(([, from, until, d]) => ({
          group: group!,
          from: from!,
          ...(until ? { until } : {}),
          count: d!.split('M').length - 1,
        })),
    );
    for (const day of days) {
      const count = (group: RegExp) =>
        parts
          .filter((part) => group.test(part.group) && isSeenOn(part, day))
          .reduce((sum, part) => sum + part.count, 0);
      const taken = corner.filter((place) => takenOn(place) <= day);
      const back = taken.filter((place) => holderOn(place, day) === 'military').length;
      expect([count(/^speck tone/), count(/military/), count(/strike/)], day).toEqual([taken.length, back, back]);
    }
  });

  it('the words of the list name no later date, and begin on the day they tell', () => {
    for (const { day, heading, changes, still, by } of list)
      for (const text of [heading, still ?? '', by, ...changes.map(({ words }) => words)])
        for (const date of datesIn(text)) expect(date <= day, `“${text}” on ${day}`).toBe(true);
  });

  it('a small map of the story draws a joint hold while it is reported, and not after', () => {
    const joint = order.filter(({ place }) => place.status_latest === 'held-or-joint');
    expect(joint.length).toBeGreaterThan(0);
    for (const day of days) {
      const is = joint.some(({ place }) => takenOn(place) <= day && holderOn(place, day) === 'joint');
      expect(/held jointly/.test(stepMap(ledger, { day, names: [] }, []).words), day).toBe(is);
    }
  });
});
