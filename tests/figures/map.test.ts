import { describe, expect, it } from 'vitest';
import { overlappingLabels } from '../../src/charts/labels.ts';
import { renderSvg } from '../../src/charts/svg.ts';
import { daysOf } from '../../src/figures/map/days.ts';
import { mapOrder } from '../../src/figures/map/model.ts';
import { inOrder } from '../../src/figures/map/order.ts';
import { mapParts } from '../../src/figures/map/parts.ts';
import { sharedLand, sharedUnderlay } from '../../src/figures/map/shared.ts';
import { takenOn } from '../../src/ledger/place-days.ts';
import { lastDay } from '../../src/schemas/dates.ts';
import type { DatedPlace } from '../../src/charts/place-table.ts';
import type { ChartModel } from '../../src/charts/types.ts';
import type { Place } from '../../src/schemas/place.ts';
import { cardOf, drawnRows, ledger, modelFrom, modelsOf, placeRows } from './kit.ts';

const card = cardOf('map');
const models = modelsOf('map').map((model) => [model.frame.name, model] as const);
const drawn = drawnRows(card).map((id) => ledger.places.get(id)!);
const order = mapOrder(ledger, card);
const parts = mapParts(ledger, card);
const days = daysOf(order);

const rowsWith = (model: ChartModel, kind: string) => model.marks.filter((mark) => mark.kind === kind && mark.row).map((mark) => mark.row!).sort();
const ids = (places: Place[]) => places.map(({ id }) => id).sort();
const isBack = ({ status_latest }: Place) => status_latest === 'retaken' || status_latest === 'handed-back';

describe.each(models)('the map at %s', (width, model) => {
  it('has a mark, a label and a number for each drawn place', () => {
    for (const { place, number } of order) {
      expect(model.marks.filter((mark) => mark.row === place.id && (mark.kind === 'filled' || mark.kind === 'open'))).toHaveLength(1);
      const labels = model.labels.filter((label) => label.row === place.id);
      expect(labels.map((label) => label.lead)).toEqual([String(number)]);
    }
  });

  it('strikes what the military has again, and nothing else', () => expect(rowsWith(model, 'strike')).toEqual(ids(drawn.filter(isBack))));
  it('puts a halo around points only roughly known, and no other', () => expect(rowsWith(model, 'halo')).toEqual(ids(drawn.filter((place) => place.coord_precision === 'approximate'))));
  it('rings what passed to the Wa', () => expect(rowsWith(model, 'whisker')).toEqual(ids(drawn.filter((place) => place.status_latest === 'transferred-uwsa'))));
  it('leaves second-hand and doubtful marks open', () => expect(rowsWith(model, 'open')).toEqual(ids(drawn.filter((place) => place.confidence === 'medium'))));

  it('says on every mark and label from which day it holds', () => {
    for (const { place, taken, back } of order) {
      const mine = [...model.marks, ...model.labels].filter((one) => one.row === place.id);
      expect(mine.every((one) => one.from !== undefined)).toBe(true);
      expect(model.labels.find((label) => label.row === place.id)!.from).toBe(taken);
      expect(model.marks.find((mark) => mark.row === place.id && mark.kind === 'strike')?.from ?? null).toBe(back);
    }
  });

  it('keeps labels off each other, off marks, and leads no line through a label', () => {
    expect(overlappingLabels(model.labels)).toEqual([]);
    for (const label of model.labels.filter((one) => one.row)) {
      for (const mark of model.marks.filter((one) => one.kind === 'filled' || one.kind === 'open')) {
        for (const box of mark.boxes) expect(box.x0 >= label.box.x1 || box.x1 <= label.box.x0 || box.y0 >= label.box.y1 || box.y1 <= label.box.y0, `${label.id} on ${mark.row}`).toBe(true);
      }
    }
    for (const leader of model.marks.filter((mark) => mark.kind === 'leader')) {
      const [x0, y0, x1, y1] = leader.d.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number];
      for (const { box, id } of model.labels) {
        const inside = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20).some((t) => x0 + (x1 - x0) * t > box.x0 + 0.5 && x0 + (x1 - x0) * t < box.x1 - 0.5 && y0 + (y1 - y0) * t > box.y0 + 0.5 && y0 + (y1 - y0) * t < box.y1 - 0.5);
        expect(inside, `a leader through ${id} at ${width}`).toBe(false);
      }
    }
  });

  it('names Lashio and Laukkai, the neighbours, and how long fifty kilometres are', () => {
    const words = model.labels.map((label) => label.lines.join(' '));
    for (const name of ['Lashio', 'Laukkai', 'China', 'India', 'Bangladesh', 'Laos', 'Thailand', '50 km']) expect(words).toContain(name);
  });

  it('takes its land by reference where the page has it, and is whole by itself', () => {
    expect(renderSvg(model)).toContain('ground__land');
    const shared = renderSvg(model, '', sharedUnderlay(model));
    expect(shared.match(/<use href="#map-(?:land|country)"/g)).toHaveLength(2);
    expect(shared).not.toContain('ground__land');
    for (const id of ['map-land', 'map-country']) expect(sharedLand(ledger, card)).toContain(`<symbol id="${id}"`);
  });

  it('draws nothing weak and nothing undated', () => {
    for (const { row } of model.placed) expect([ledger.places.get(row)!.confidence === 'low', ledger.places.get(row)!.captured_on]).not.toContain(true);
    expect(modelFrom('map', () => {}).placed.map(({ row }) => row)).not.toContain('TN18');
  });
});

describe('the order', () => {
  it('follows the days, each place once', () => {
    expect(order.map(({ number }) => number)).toEqual(drawn.map((_, index) => index + 1));
    for (const [index, one] of order.slice(1).entries()) expect(one.taken >= order[index]!.taken).toBe(true);
  });

  it('lets a month count at the last day it can mean, after places known to the day', () => {
    const at = (id: string) => order.find(({ place }) => place.id === id)!;
    expect(takenOn({ captured_on: '2023-12', captured_not_after: null } as DatedPlace)).toBe('2023-12-31');
    expect(takenOn({ captured_on: '2024-05', captured_not_after: '2024-05-09' } as DatedPlace)).toBe('2024-05-09');
    expect(at('TN09').number).toBe(at('TN13').number + 1);
  });

  it('has a town before its gate on one day, whatever the order of the card', () => {
    const backwards = inOrder([...order].reverse().map(({ place }) => place), [...ledger.places.keys()]);
    expect(backwards.map(({ place }) => place.id)).toEqual(order.map(({ place }) => place.id));
    expect(order.slice(0, 2).map(({ place }) => place.id)).toEqual(['TN01', 'BX01']);
  });

  it('dates Mongmit back by the last day possible, and says so', () => {
    const mongmit = ledger.places.get('TN21')!;
    const day = days.find(({ day: one }) => one === lastDay(mongmit.changed_not_after!))!;
    expect(day.changes.map(({ words }) => words).join()).toMatch(/handed back to the military, some day between Nov 2025 and Feb 2026/);
  });
});

describe('the list of days', () => {
  it('has each drawn place once as taken, and each given back once more', () => {
    const said = days.flatMap(({ changes }) => changes).filter(({ words }) => !words.startsWith('passed'));
    const numbers = (isReturn: boolean) => said.filter(({ words }) => /^(?:retaken|handed back)/.test(words) === isReturn).flatMap((change) => change.numbers.map(({ number }) => number)).sort((a, b) => a - b);
    expect(numbers(false)).toEqual(order.map(({ number }) => number));
    expect(numbers(true)).toEqual(order.filter(({ place }) => isBack(place)).map(({ number }) => number));
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort());
  });

  it('ends with all places', () => {
    const back = drawn.filter(isBack).length;
    expect(days.at(-1)!.by).toBe(`${drawn.length} places (1 in part), ${back} given back or retaken`);
  });
});

describe('the small maps', () => {
  const lastPossible = (date: string | null, notAfter: string | null) => (date === null ? (notAfter === null ? '9999' : lastDay(notAfter)) : date.length === 10 ? date : lastDay(notAfter ?? date));

  it.each(parts.small.map((one) => [one.day, one] as const))('of %s count what a recount of the rows gives', (day, { words, svg }) => {
    const taken = drawn.filter((place) => lastPossible(place.captured_on, place.captured_not_after) <= day);
    const towns = taken.filter(({ kind }) => kind === 'town').length;
    const back = taken.filter((place) => isBack(place) && lastPossible(place.status_changed_on, place.changed_not_after) <= day).length;
    expect(words).toMatch(new RegExp(`^${towns} towns and ${taken.length - towns} gates(?: \\(1 in part\\))? reported taken, ${back === 0 ? 'none' : back} given back or retaken`));
    const marks = [...svg.matchAll(/class="tone-[^"]*" d="([^"]*)"/g)].flatMap(([, d]) => d!.match(/M/g)!);
    expect(marks).toHaveLength(taken.length);
    expect(/small__strike" d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)?.length ?? 0).toBe(back);
  });

  it('are of the days that the page promises, the last of them the data date', () => {
    expect(parts.small.map(({ day }) => day)).toEqual(['2023-12-01', '2024-01-12', '2024-12-31', ledger.site.dataDate]);
  });
});

describe('what is listed', () => {
  const all = placeRows(models[0]![1]);

  it('is every place of the dataset, drawn or not', () => expect(all.map(({ rowId }) => rowId).sort()).toEqual([...ledger.places.keys()].sort()));

  it('has all bases and commands with their dates, and the places without a point, with their number', () => {
    const posts = [...ledger.places.values()].filter(({ kind }) => kind === 'base' || kind === 'command');
    const nowhere = [...ledger.places.values()].filter(({ lat }) => lat === null);
    expect(parts.posts.rows.map(({ name }) => name).sort()).toEqual(posts.map(({ name }) => name).sort());
    expect(parts.posts.heading).toBe(`${posts.filter(({ kind }) => kind === 'base').length} bases and ${posts.filter(({ kind }) => kind === 'command').length} commands and command posts`);
    expect(parts.nowhere.rows.map(({ name }) => name).sort()).toEqual(nowhere.map(({ name }) => name).sort());
    expect(parts.nowhere.heading).toBe(`${nowhere.length} places without coordinates`);
  });

  it('keeps the note of every place, drawn or listed', () => {
    for (const row of all) expect(row.note === null).toBe(ledger.places.get(row.rowId)!.note === null);
  });
});

describe('the finding', () => {
  it('holds: each town that is back was taken after the ceasefire of January 2024', () => {
    const back = order.filter(({ place }) => isBack(place));
    expect(back.length).toBeGreaterThan(0);
    for (const { place, taken } of back) expect([taken, place.captured_not_before ?? taken].sort()[0]! > '2024-01-12', place.name).toBe(true);
  });
});
