import { describe, expect, it } from 'vitest';
import { utc } from '../../../src/charts/index.ts';
import { firstDay } from '../../../src/data/schemas/dates.ts';
import { formatQualified } from '../../../src/data/format.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, drawnRows, ledger, modelsOf } from './kit.ts';

const card = cardOf('handovers');
const fact = (row: string) => ledger.observations.get(row)!;

describe.each(modelsOf('handovers').map((model) => [model.frame.name, model] as const))(
  'handovers at %s',
  (_, model) => {
    const place = (row: string) => model.placed.find((one) => one.row === row)!;
    const marksOf = (row: string) => model.marks.filter((mark) => mark.row === row);
    const { bottom } = model.frame;

    it('joins no two counts', () => {
      expect(
        model.marks.filter(
          ({ kind, joins }) => ['line', 'gap', 'bracket', 'area'].includes(kind) || joins !== undefined,
        ),
      ).toEqual([]);
    });

    it('measures every count from zero', () => {
      expect(model.axes[0]!.d).toContain(`M0 ${bottom}H`);
      const perPerson = drawnRows(card).map((row) => (bottom - place(row).y) / fact(row).value);
      for (const scale of perPerson) expect(scale).toBeCloseTo(perPerson[0]!, 6);
    });

    it('stands counts of one day on the ground, as columns, and running totals as dots', () => {
      for (const row of ['H01', 'H02'])
        expect(marksOf(row).map(({ kind, d }) => [kind, d.includes(`V${bottom}`)])).toEqual([['filled', true]]);
      for (const row of ['H03', 'H04'])
        expect(marksOf(row).at(-1)).toMatchObject({ kind: 'filled', d: expect.stringContaining('a') });
      for (const row of drawnRows(card))
        expect(fact(row).series).toBe(['H01', 'H02'].includes(row) ? 'one-day' : 'cumulative');
    });

    it('gives a whisker to the count without a day, and to no other; it ends with the report of it', () => {
      expect(model.marks.filter(({ kind, row }) => kind === 'whisker' && row).map(({ row }) => row)).toEqual(['H03']);
      expect([fact('H03').as_of, ledger.sources.get(fact('H03').source_ids[0]!)!.published]).toEqual([
        '2023-10',
        '2023-10-17',
      ]);
      const perDay =
        (place('H04').x - place('H01').x) / ((utc('2023-11-21').getTime() - utc('2023-09-06').getTime()) / 86_400_000);
      const [box] = marksOf('H03')[0]!.boxes;
      const first = firstDay(fact('H03').not_before ?? fact('H03').as_of!);
      expect(box!.x0).toBeCloseTo(
        place('H01').x + ((utc(first).getTime() - utc('2023-09-06').getTime()) / 86_400_000) * perDay,
        1,
      );
      expect(box!.x1).toBeCloseTo(place('H01').x + 41 * perDay, 1);
      expect(place('H03').x).toBeLessThanOrEqual(box!.x1);
    });

    it('shows in its key the column that stands for one day, upright as in the picture', () => {
      const [column] = model.marks.filter(({ kind, row }) => kind === 'filled' && row === undefined);
      const [, x0, y0, x1, y1] = /^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/.exec(column!.d)!.map(Number) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const [drawn] = marksOf('H01').flatMap(({ boxes }) => boxes);
      expect(x1 - x0).toBeCloseTo(drawn!.x1 - drawn!.x0, 1);
      expect(y1 - y0).toBeGreaterThan(x1 - x0);
    });

    it('marks the day of the offensive, between the two totals', () => {
      const rule = model.marks.find(({ kind }) => kind === 'rule')!;
      const x = Number(/^M([\d.]+)/.exec(rule.d)![1]);
      expect(x).toBeGreaterThan(marksOf('H03')[0]!.boxes[0]!.x1);
      expect(x).toBeLessThan(place('H04').x);
      expect(model.labels.find(({ id }) => id === '2023-10-27')!.lines.join(' ')).toMatch(/^27 Oct/);
    });

    it('says beside each mark how many and what was counted, and warns that the totals are not joined', () => {
      for (const row of drawnRows(card)) {
        const label = model.labels.find(({ id }) => id === row)!;
        const text = label.lines.join(' ');
        expect(text.toLowerCase()).toContain(formatQualified(fact(row).value, fact(row).qualifier));
        expect(text).toMatch(fact(row).series === 'one-day' ? /alone$/ : /in all, to/);
        expect(label.row).toBe(row);
      }
      expect(model.labels.find(({ id }) => id === 'warning')!.lines.join(' ')).toMatch(
        /not joined.*different rules of counting/,
      );
    });
  },
);

it('leaves the weak count out, and says so', () => {
  expect(card.left_out).toEqual(['H05']);
  expect(JSON.stringify(modelsOf('handovers')[0]!.table)).not.toContain('H05');
});

it('stops where the words at the start of the offensive are missing', () => {
  const bare = { ...structuredClone(card), annotations: card.annotations.filter(({ at }) => at !== '2023-10-27') };
  expect(() => drawFigure(ledger, bare, 'column')).toThrow(/none as "began"/);
});
