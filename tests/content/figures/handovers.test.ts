import { describe, expect, it } from 'vitest';
import { formatQualified } from '../../../src/data/format.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, drawnRows, ledger, modelsOf } from './kit.ts';

const card = cardOf('handovers');
const fact = (row: string) => ledger.observations.get(row)!;

describe.each(modelsOf('handovers').map((model) => [model.frame.name, model] as const))(
  'handovers at %s',
  (_, model) => {
    const label = (id: string) => model.labels.find((one) => one.id === id)!;
    const barOf = (row: string) => model.marks.find((mark) => mark.row === row)!.boxes[0]!;

    it('draws running totals alone, as bars from zero on one scale, and joins none', () => {
      expect(model.marks.map(({ kind, row }) => `${kind} ${row}`)).toEqual(['bar H03', 'bar H04']);
      for (const row of drawnRows(card)) expect(fact(row).series).toBe('cumulative');
      const perPerson = drawnRows(card).map((row) => barOf(row).x1 / fact(row).value);
      expect(perPerson[0]).toBeCloseTo(perPerson[1]!, 6);
      expect(barOf('H03').x0).toBe(0);
    });

    it('puts the beginning of the offensive and the single days of before between the two', () => {
      for (const id of ['single-days', 'began']) {
        expect(label(id).box.y0).toBeGreaterThan(barOf('H03').y1);
        expect(label(id).box.y1).toBeLessThan(barOf('H04').y0);
      }
      expect(label('began').lines.join(' ')).toMatch(/^27 October/);
      for (const row of ['H01', 'H02'])
        expect(label('single-days').lines.join(' ')).toContain(formatQualified(fact(row).value, fact(row).qualifier));
    });

    it('says beside each bar how many and until when, and warns that no rise can be read from the two', () => {
      for (const row of drawnRows(card)) {
        expect(label(row).lines[0]).toBe(formatQualified(fact(row).value, fact(row).qualifier).toLowerCase());
        expect(label(row).lines[1]).toMatch(/^in all, to /);
      }
      expect(label('caveat').lines.join(' ')).toMatch(/different rules; do not subtract/);
    });

    it('keeps the single days in the table', () => {
      const rows = model.table.groups.flatMap((group) => group.rows.map(({ rowId }) => rowId));
      expect(rows).toEqual(['H03', 'H04', 'H01', 'H02']);
    });
  },
);

it('counts a total without a day as known by the day of its first report, so before the offensive', () => {
  expect([fact('H03').as_of, ledger.sources.get(fact('H03').source_ids[0]!)!.published]).toEqual([
    '2023-10',
    '2023-10-17',
  ]);
});

it('leaves the weak count out, and says so', () => {
  expect(card.left_out).toEqual(['H05']);
  expect(JSON.stringify(modelsOf('handovers')[0]!.table)).not.toContain('H05');
});

it('stops where the words at the start of the offensive are missing', () => {
  const bare = { ...structuredClone(card), annotations: card.annotations.filter(({ at }) => at !== '2023-10-27') };
  expect(() => drawFigure(ledger, bare, 'column')).toThrow(/none as "began"/);
});
