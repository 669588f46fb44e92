import { describe, expect, it } from 'vitest';
import { overlappingLabels, renderSvg } from '../../../src/charts/index.ts';
import { mapOrder } from '../../../src/figures/map/model.ts';
import { mapParts } from '../../../src/figures/map/parts.ts';
import { landDef, LANDS, mapDefs, mapUnderlay } from '../../../src/figures/map/shared-land.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import type { Place } from '../../../src/data/schemas/place.ts';
import { cardOf, drawnRows, ledger, modelFrom, modelsOf, placeRows } from './kit.ts';

const card = cardOf('map');
const models = modelsOf('map').map((model) => [model.frame.name, model] as const);
const drawn = drawnRows(card).map((id) => ledger.places.get(id)!);
const order = mapOrder(ledger, card);
const parts = mapParts(ledger, card);

/** The rows that have a mark of a kind in the last state known. */
const rowsWith = (model: ChartModel, ...kinds: string[]) =>
  [
    ...new Set(
      model.marks.flatMap(({ kind, row, until }) => (row && until === undefined && kinds.includes(kind) ? row : [])),
    ),
  ].sort();
const ids = (places: Place[]) => places.map(({ id }) => id).sort();
const isBack = ({ status_latest }: Place) => status_latest === 'retaken' || status_latest === 'handed-back';

describe.each(models)('the map at %s', (width, model) => {
  it('has a mark for each drawn place, and its name once; a gate on its town has none of its own', () => {
    const towns = order.filter(({ place }) => place.kind === 'town').map(({ place }) => place);
    const isOnTown = (place: Place) =>
      place.kind !== 'town' && towns.some(({ lat, lon }) => lat === place.lat && lon === place.lon);
    for (const { place, taken } of order) {
      expect(rowsWith(model, 'filled', 'open')).toContain(place.id);
      const names = model.labels.filter(({ id }) => id === place.id);
      expect(
        names.map(({ from }) => from),
        place.name,
      ).toEqual(isOnTown(place) ? [] : [taken]);
    }
  });

  it('has three sizes of letters for places, and no remark of more than ten words', () => {
    const sizes = model.labels.filter(({ row }) => row).map(({ size = model.frame.text }) => size);
    expect(new Set(sizes).size).toBe(3);
    for (const { kind, lines } of model.labels.filter((label) => label.row))
      if (kind === 'remark') expect(lines.join(' ').split(' ').length, lines.join(' ')).toBeLessThanOrEqual(10);
  });

  it('strikes what the military has again, and nothing else', () =>
    expect(rowsWith(model, 'strike')).toEqual(ids(drawn.filter(isBack))));
  it('puts a halo around points only roughly known, and no other', () =>
    expect(rowsWith(model, 'halo')).toEqual(ids(drawn.filter((place) => place.coord_precision === 'approximate'))));
  it('rings what passed to the Wa', () =>
    expect(rowsWith(model, 'whisker')).toEqual(
      ids(drawn.filter((place) => place.status_latest === 'transferred-uwsa')),
    ));
  it('leaves marks that are less firmly sourced, or of which reports differ, open', () => {
    const isUnsure = ({ confidence, status_latest }: Place) =>
      confidence === 'medium' || status_latest === 'held-or-joint';
    const halves = new Set(rowsWith(model, 'half'));
    expect(rowsWith(model, 'open').filter((row) => !halves.has(row))).toEqual(ids(drawn.filter(isUnsure)));
  });

  it('explains every kind of mark in the key, or in words beside it', () => {
    const inKey = (test: (entry: (typeof card.key)[number]) => boolean | undefined) => card.key.some(test);
    const isToned = ({ tone, open, mark, shape }: (typeof card.key)[number], wanted: string) =>
      tone === wanted && !open && !mark && shape === 'dot';
    const beside = (row: string, words: RegExp) =>
      model.labels.some((label) => label.row === row && words.test(label.lines.join(' ')));
    const explained: Record<string, (row: string) => boolean | undefined> = {
      'filled alliance': () => inKey((one) => isToned(one, 'alliance') && !one.half),
      'half alliance': () => inKey((one) => isToned(one, 'alliance') && one.half),
      'strike ink': () => inKey(({ mark }) => mark === 'struck'),
      'filled military': () => inKey(({ mark, tone }) => mark === 'struck' && tone === 'military'),
      'open alliance': () => inKey(({ open }) => open),
      'open military': () => inKey(({ open }) => open),
      'open resistance': (row) => beside(row, /taken by/),
      'halo alliance': () => inKey(({ mark }) => mark === 'halo'),
      'filled neutral': () => inKey(({ mark }) => mark === 'ringed'),
      'whisker neutral': () => inKey(({ mark }) => mark === 'ringed'),
    };
    for (const { kind, tone, row, until } of model.marks)
      if (row && until === undefined && !(kind === 'open' && rowsWith(model, 'half').includes(row)))
        expect(explained[`${kind} ${tone}`]?.(row), `${kind} ${tone} at ${row}, at ${width}`).toBe(true);
    expect(inKey(({ shape }) => shape === 'square')).toBe(true);
    expect(model.labels.some(({ lines }) => lines.join(' ').includes('not reported taken'))).toBe(true);
  });

  it('says in the key when what is back with the military was lost', () => {
    expect(card.key.find(({ mark }) => mark === 'struck')!.text).toContain('all lost from mid-2024');
    for (const { id, captured_on: day } of drawn.filter(isBack)) expect(day! >= '2024-06', id).toBe(true);
  });

  it('names all but a few places right beside their marks, without a line', () => {
    const tied = model.marks.filter(({ kind }) => kind === 'leader').length;
    const named = model.labels.filter(({ row, id }) => row === id && row !== undefined);
    expect(tied).toBeLessThan(named.length / 3);
  });

  it('says on every mark and label from which day it holds', () => {
    for (const { place, taken, back } of order) {
      const mine = [...model.marks, ...model.labels].filter((one) => one.row === place.id);
      expect(mine.every((one) => one.from !== undefined)).toBe(true);
      expect(mine.map(({ from }) => from!).sort()[0]).toBe(taken);
      expect(model.marks.find((mark) => mark.row === place.id && mark.kind === 'strike')?.from ?? null).toBe(back);
    }
  });

  it('keeps labels off each other, off marks, and leads no line through a label', () => {
    expect(overlappingLabels(model.labels)).toEqual([]);
    for (const label of model.labels.filter((one) => one.row)) {
      for (const mark of model.marks.filter((one) => one.kind === 'filled' || one.kind === 'open')) {
        for (const box of mark.boxes)
          expect(
            box.x0 >= label.box.x1 || box.x1 <= label.box.x0 || box.y0 >= label.box.y1 || box.y1 <= label.box.y0,
            `${label.id} on ${mark.row}`,
          ).toBe(true);
      }
    }
    for (const leader of model.marks.filter((mark) => mark.kind === 'leader')) {
      const [x0, y0, x1, y1] = leader.d.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number];
      for (const { box, id } of model.labels) {
        const inside = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20).some(
          (t) =>
            x0 + (x1 - x0) * t > box.x0 + 0.5 &&
            x0 + (x1 - x0) * t < box.x1 - 0.5 &&
            y0 + (y1 - y0) * t > box.y0 + 0.5 &&
            y0 + (y1 - y0) * t < box.y1 - 0.5,
        );
        expect(inside, `a leader through ${id} at ${width}`).toBe(false);
      }
    }
  });

  it('names most largely what the card says, and the town by which readers find their way, and says how long fifty kilometres are', () => {
    const words = model.labels.map((label) => label.lines.join(' '));
    for (const name of ['India', 'Bangladesh', 'Laos', 'Thailand', '50 km']) expect(words).toContain(name);
    const bold = model.labels.map(({ lead }) => lead);
    for (const id of card.large_names) expect(bold).toContain(ledger.places.get(id)!.name);
    expect(bold).toContain('Muse');
  });

  it('takes its land by reference where the page has it, and is whole by itself', () => {
    expect(renderSvg(model)).toContain('ground__land');
    const shared = renderSvg(model, '', mapUnderlay(model));
    expect(shared.match(/<use href="#map-(?:land|country)"/g)).toHaveLength(width === 'phone' ? 3 : 2);
    expect(shared).not.toContain('ground__land');
    for (const id of ['map-land', 'map-country'])
      expect(LANDS.map((land) => landDef(ledger, land)).join('') + mapDefs(ledger, card, true)).toContain(
        `<symbol id="${id}"`,
      );
  });

  it('draws nothing weak and nothing undated', () => {
    for (const { row } of model.placed)
      expect([ledger.places.get(row)!.confidence === 'low', ledger.places.get(row)!.captured_on]).not.toContain(true);
    expect(modelFrom('map', () => {}).placed.map(({ row }) => row)).not.toContain('TN18');
  });
});

describe('what is listed', () => {
  const all = placeRows(models[0]![1]);

  it('is every place of the dataset, drawn or not', () =>
    expect(
      all.map(({ rowId }) => rowId).sort(),
      'put the place under places or places_listed of content/figures/map.yaml',
    ).toEqual([...ledger.places.keys()].sort()));

  it('has all bases and commands with their dates, and the places without a point, with their number', () => {
    const posts = [...ledger.places.values()].filter(({ kind }) => kind === 'base' || kind === 'command');
    const nowhere = [...ledger.places.values()].filter(({ lat }) => lat === null);
    expect(parts.posts.rows.map(({ name }) => name).sort()).toEqual(posts.map(({ name }) => name).sort());
    expect(parts.posts.heading).toBe(
      `${posts.filter(({ kind }) => kind === 'base').length} bases and ${posts.filter(({ kind }) => kind === 'command').length} commands and command posts`,
    );
    expect(parts.nowhere.rows.map(({ name }) => name).sort()).toEqual(nowhere.map(({ name }) => name).sort());
    expect(parts.nowhere.heading).toBe(`${nowhere.length} places without coordinates`);
  });

  it('keeps the note of every place, drawn or listed', () => {
    for (const row of all) expect(row.note === null).toBe(ledger.places.get(row.rowId)!.note === null);
  });
});

describe('the finding', () => {
  it('holds: each town that is back was taken from mid-2024, and none taken earlier is back', () => {
    const back = order.filter(({ place }) => isBack(place));
    expect(back.length).toBeGreaterThan(0);
    for (const { place, taken } of back)
      expect([taken, place.captured_not_before ?? taken].sort()[0]! >= '2024-06', place.name).toBe(true);
  });
});
