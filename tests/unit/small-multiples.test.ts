import { describe, expect, it } from 'vitest';
import { clippedLabels, overlappingLabels, renderSvg, type WidthName } from '../../src/charts/index.ts';
import { figureCard } from '../../src/data/schemas/figure.ts';
import { fillCard } from '../../src/figures/shared/filled-card.ts';
import type { ChartModel } from '../../src/figures/shared/model.ts';
import { smallMultiples, type MultiplesOptions } from '../../src/figures/shared/small-multiples.ts';
import { smallLedger } from './kit/ledger.ts';
import { observation } from './kit/rows.ts';

const AREAS = ['north', 'south', 'east', 'west'];
const DAYS = ['2023-10-30', '2023-11-30', '2023-12-30'];

/** Four areas, three counts each; the first of all areas is the same. */
function draw(width: WidthName, options: MultiplesOptions = {}, areas = AREAS): ChartModel {
  const ledger = smallLedger();
  const rows = areas.flatMap((area, at) =>
    DAYS.map((as_of, day) =>
      observation(`S${at}${day}`, {
        as_of,
        published: as_of,
        value: 10_000 + day * (at + 1) * 20_000,
        scope: area,
        scope_id: area,
        confidence: 'high',
      }),
    ),
  );
  for (const row of rows) ledger.observations.set(row.id, { ...row, file: 'content/data/displacement.csv', line: 2 });
  const card = figureCard.parse({
    id: 'four-areas',
    name: 'Displaced in four areas',
    number: 2,
    section: 'civilians',
    title: 'In the west more people fled than elsewhere',
    shared: 'Myanmar, late 2023: in the west more people fled than elsewhere',
    subtitle: 'People displaced, by area, October to December 2023',
    alt: 'Four small charts of people displaced',
    how_we_know: 'One office announced these estimates; they are counts, not a register of people.',
    summary: 'In the north {S02} people had fled by the end of the year, and in no area did the number fall.',
    table: 'people displaced in four areas',
    notes: ['An invented figure.'],
    dataset: 'displacement',
    lines: areas.map((area, at) => ({
      id: area,
      label: `The ${area}`,
      tone: 'displaced',
      rows: DAYS.map((_, day) => `S${at}${day}`),
    })),
    annotations: areas.includes('west') ? [{ at: 'S32', text: '{S32|bare} in the west' }] : [],
  });
  return smallMultiples(ledger, fillCard(ledger, card), width, options);
}

const yOf = (model: ChartModel, row: string) => model.placed.find((one) => one.row === row)!.y;
const xOf = (model: ChartModel, row: string) => model.placed.find((one) => one.row === row)!.x;
const textOf = (model: ChartModel, id: string) => model.labels.find((label) => label.id === id)?.lines.join(' ');

describe.each(['phone', 'column', 'paper'] as const)('small multiples on the %s', (width) => {
  const model = draw(width);

  it('can be read: no label meets another or is cut off, and nothing is drawn nowhere', () => {
    const labels = [...model.labels, ...model.axes.flatMap((axis) => axis.labels)];
    expect(overlappingLabels(labels)).toEqual([]);
    expect(clippedLabels(labels, model.frame)).toEqual([]);
    expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
    expect(renderSvg(model, '')).not.toMatch(/NaN|undefined/);
  });

  it('share their scales: equal days stand equally far, equal amounts equally high', () => {
    for (const [day, from] of [
      [1, 0],
      [2, 1],
    ])
      expect(
        new Set(AREAS.map((_, at) => (xOf(model, `S${at}${day}`) - xOf(model, `S${at}${from}`)).toFixed(3))).size,
      ).toBe(1);
    // Of each area the value rises by its own step, so that the heights are as 1 to 2 to 3 to 4.
    const rise = (at: number) => yOf(model, `S${at}0`) - yOf(model, `S${at}2`);
    for (const at of [1, 2, 3]) expect(rise(at) / rise(0)).toBeCloseTo(at + 1);
  });

  it('name each panel and its last value, in the card’s words where it has some', () => {
    expect(AREAS.map((area) => textOf(model, `head-${area}`))).toEqual(AREAS.map((area) => `The ${area}`));
    expect(textOf(model, 'S02')).toBe('more than 50,000');
    expect(textOf(model, 'S32')).toBe('170,000 in the west');
  });
});

it('small multiples have every row in their table, grouped by panel', () => {
  const { table } = draw('phone');
  expect(table.groups.map(({ label, rows }) => [label, rows.length])).toEqual(AREAS.map((area) => [`The ${area}`, 3]));
});

it('small multiples stand in as many columns as asked', () => {
  expect(draw('column', { columns: { phone: 1, column: 2 } }).frame.height).toBeGreaterThan(
    1.9 * draw('column').frame.height,
  );
});

it('a single panel is refused', () => {
  expect(() => draw('phone', {}, ['north'])).toThrow('lines: found 1 panels; expected 2 to 12 lines or groups of dots');
});
