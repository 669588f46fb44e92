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

    it('draws what was counted before the offensive as bars from zero on one scale, and highlights the total', () => {
      const bars = model.marks.filter(({ kind }) => kind === 'bar');
      expect(bars.map(({ row, tone }) => `${row} ${tone}`)).toEqual(['H01 rest', 'H02 rest', 'H03 china']);
      const perPerson = bars.map(({ row, boxes: [box] }) => box!.x1 / fact(row!).value);
      for (const one of perPerson) expect(one).toBeCloseTo(perPerson[0]!, 6);
      expect(barOf('H01').x0).toBe(0);
    });

    it('keeps the later total off their scale, as an arrow that says so', () => {
      expect(model.marks.filter(({ kind }) => kind !== 'bar').map(({ kind, row }) => `${kind} ${row}`)).toEqual([
        'bracket H04',
      ]);
      expect(barOf('H04').x1 / fact('H04').value).toBeLessThan(barOf('H03').x1 / fact('H03').value);
      expect(label('H04').lines[0]).toMatch(/, off this scale$/);
    });

    it('says beside each mark how many and until when, and warns that no rise can be read from the two totals', () => {
      for (const row of drawnRows(card))
        expect(label(row).lines[0]).toContain(formatQualified(fact(row).value, fact(row).qualifier).toLowerCase());
      for (const row of ['H01', 'H02']) expect(label(row).lines[1]).toMatch(/^on \d+ (September|October) 2023$/);
      for (const row of ['H03', 'H04']) expect(label(row).lines[1]).toMatch(/^to /);
      expect(label('H04').lines.join(' ')).toContain('the offensive began on 27 October');
      expect(label('caveat').lines.join(' ')).toMatch(/counted by another rule: do not subtract/);
    });

    it('keeps single days and totals apart, under words that say which is which', () => {
      const [single, totals] = [label('single'), label('totals')];
      expect([single, totals].map(({ lines }) => lines.join(' '))).toEqual([
        'Received on single days',
        'Received in all',
      ]);
      expect(single.box.y1).toBeLessThan(barOf('H01').y0);
      expect(totals.box.y1).toBeLessThan(barOf('H03').y0);
      expect(barOf('H03').y0 - barOf('H02').y1).toBeGreaterThan(2 * (barOf('H02').y0 - barOf('H01').y1));
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

it('stops where the words on the later total are missing', () => {
  const bare = { ...structuredClone(card), annotations: card.annotations.filter(({ as }) => as !== 'caveat') };
  expect(() => drawFigure(ledger, bare, 'column')).toThrow(/none as "caveat"/);
});
