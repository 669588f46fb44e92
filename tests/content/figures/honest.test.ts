import { describe, expect, it } from 'vitest';
import { dateWords } from '../../../src/figures/shared/series.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import { formatCount, formatQualified } from '../../../src/data/format.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, ledger, modelsOf, rowWhere } from './kit.ts';

/** How a number itself is drawn, without the lines that lead to it and what points at it. */
const kindsAt = (model: ChartModel, row: string) =>
  model.marks
    .filter((mark) => mark.row === row)
    .map((mark) => mark.kind)
    .filter((kind) => !['line', 'gap', 'rule', 'bracket'].includes(kind));
const place = (model: ChartModel, row: string) => model.placed.find((one) => one.row === row)!;
const fact = (row: string) => ledger.observations.get(row)!;
const gaps = (model: ChartModel) => model.marks.filter((mark) => mark.kind === 'gap');

describe.each(modelsOf('displaced-since-1027').map((model) => [model.frame.name, model] as const))(
  'displaced-since-1027 at %s',
  (_, model) => {
    it('draws a whisker for a number without a day, and none for one with a day', () => {
      expect(kindsAt(model, 'A18')).toEqual(['whisker', 'filled']);
      expect(kindsAt(model, 'A20')).toEqual(['whisker', 'open']);
      expect(kindsAt(model, 'A21')).toEqual(['filled']);
    });

    it('leaves second-hand and doubtful marks open', () => {
      for (const row of ['A03', 'A04', 'A08', 'A13', 'A17', 'A19', 'A20'])
        expect(kindsAt(model, row)).toContain('open');
      expect(kindsAt(model, 'A05')).toEqual(['filled']);
    });

    it('keeps the gap between 21 November and 15 December a gap: dashes, and no step', () => {
      expect(gaps(model)).toHaveLength(1);
      const [from, to] = [place(model, 'A12'), place(model, 'A21')];
      const lines = model.marks.filter((mark) => mark.kind === 'line');
      const between = lines.flatMap((line) => line.boxes).filter((box) => box.x0 > from.x + 4 && box.x1 < to.x - 4);
      expect(between).toEqual([]);
    });

    it('shows the revision at the end of the year as a drop', () => {
      expect(place(model, 'A22').y).toBeGreaterThan(place(model, 'A21').y);
      const last = model.marks.filter((mark) => mark.kind === 'line').at(-1)!;
      expect(last.d).toContain(
        `L${Number(place(model, 'A22').x.toFixed(1))},${Number(place(model, 'A22').y.toFixed(1))}`,
      );
      expect(model.labels.find((label) => label.id === 'A22')!.lines.join(' ')).toMatch(
        new RegExp(`${formatCount(fact('A22').value)}.*lower`),
      );
    });

    it("sets the wire report's number apart: a diamond over days, off the line, with its name", () => {
      expect(kindsAt(model, 'f-wire-displaced')).toEqual(['whisker', 'open']);
      expect(model.labels.find((label) => label.id === 'f-wire-displaced')!.lines.join(' ')).toBe(
        `the AP report: ${formatQualified(fact('f-wire-displaced').value, fact('f-wire-displaced').qualifier)}`,
      );
    });

    it('marks the day on which the count widens', () => {
      const rule = model.marks.find((mark) => mark.kind === 'rule')!;
      expect(rule.boxes[0]!.x0 + 1).toBeCloseTo(place(model, 'A09').x);
      expect(model.labels.find((label) => label.id === 'wider')!.lines.join(' ')).toMatch(
        /northern Shan.*partly coverage/,
      );
    });
  },
);

describe.each(modelsOf('displaced-total').map((model) => [model.frame.name, model] as const))(
  'displaced-total at %s',
  (_, model) => {
    it('draws the two parts only where both are known', () => {
      const areas = model.marks.filter((mark) => mark.kind === 'area');
      expect(areas).toHaveLength(2);
      const edges = [...areas[0]!.d.matchAll(/([\d.]+),/g)].map(([, x]) => Number(x));
      expect(Math.min(...edges)).toBeCloseTo(place(model, 'B04').x, 0);
      expect(Math.max(...edges)).toBeCloseTo(place(model, 'B35').x, 0);
    });

    it('lets the published counts of those displaced before the coup lie on the edge between the parts', () => {
      const older = model.marks.filter((mark) => mark.kind === 'area')[0]!;
      expect(older.d).toContain(`,${Number(place(model, 'P01').y.toFixed(1))}`);
    });

    it('states the rise that the ledger derives', () => {
      expect(model.labels.find((label) => label.id === 'd-idp-rise')!.lines).toEqual([
        `+${formatCount(fact('B25').value - fact('B17').value)}`,
      ]);
    });

    it('starts at zero and dashes the months without a total', () => {
      expect(gaps(model)).toHaveLength(1);
      expect(model.axes[0]!.d).toContain(`M0 ${model.frame.bottom}H`);
    });
  },
);

describe.each(modelsOf('positions-lost').map((model) => [model.frame.name, model] as const))(
  'positions-lost at %s',
  (_, model) => {
    it('draws two lines and joins nothing else', () => {
      const tones = model.marks.filter((mark) => mark.kind === 'line' || mark.kind === 'gap').map((mark) => mark.tone);
      expect([...new Set(tones)].sort()).toEqual(['alliance', 'ink']);
    });

    it('keeps the fall from one tally to the next', () => {
      expect(place(model, 'B032').y).toBeGreaterThan(place(model, 'B026').y);
      expect(place(model, 'B033').y).toBeLessThan(place(model, 'B032').y);
    });

    it('draws each piece of a line by itself, with the rows at both its ends', () => {
      const { lines } = cardOf('positions-lost');
      const pairs = lines.flatMap(({ rows }) => rows.slice(1).map((row, index) => `${rows[index]} ${row}`));
      const pieces = model.marks.filter((mark) => mark.kind === 'line' || mark.kind === 'gap');
      expect(pieces.map(({ joins, row }) => `${joins} ${row}`)).toEqual(pairs);
    });

    it('ties every label of a number to its row', () => {
      const tied = model.labels.filter((label) => label.row !== undefined).map((label) => label.row);
      const wanted = cardOf('positions-lost').annotations.filter(
        ({ at, short }) => ledger.observations.has(at) && !(model.frame.name === 'phone' && short === 'none'),
      );
      for (const { at } of wanted) expect(tied).toContain(at);
    });

    it('does not lead a line over the last jump', () => {
      const [from, to] = [place(model, 'B042'), place(model, 'B044')];
      expect(
        gaps(model).some(
          (gap) =>
            gap.d ===
            `M${Number(from.x.toFixed(1))} ${Number(from.y.toFixed(1))}L${Number(to.x.toFixed(1))} ${Number(to.y.toFixed(1))}`,
        ),
      ).toBe(true);
    });

    it('warns in the picture that marks cannot be added', () => {
      expect(model.labels.find((label) => label.id === 'warning')!.lines.join(' ')).toMatch(
        /none verified.*cannot be added/,
      );
    });
  },
);

describe('dates', () => {
  it('are never finer than what is known', () => {
    expect(dateWords({ as_of: '2023-12', not_before: null, not_after: null })).toBe('Dec 2023');
    expect(dateWords({ as_of: '2023-11', not_before: '2023-11-22', not_after: '2023-11-30' })).toBe('22–30 Nov 2023');
    expect(dateWords({ as_of: '2023-12', not_before: '2023-12-01', not_after: '2023-12-01' })).toBe('about 1 Dec 2023');
    expect(dateWords({ as_of: null, not_before: null, not_after: null })).toBe('undated');
  });

  it('of a whole month give a whisker over that month', () => {
    const march = ledger.observations.get('P03')!;
    expect(march.as_of).toBe('2023-03');
    const model = modelsOf('displaced-total')[1]!;
    expect(kindsAt(model, 'P03')).toEqual(['whisker', 'filled']);
  });

  it('stop the build where a row to be drawn has none', () => {
    const undated = {
      ...rowWhere((row) => row.series === 'total-idp' && row.confidence === 'high'),
      id: 'Z01',
      as_of: null,
      not_before: null,
      not_after: null,
      file: 'content/data/displacement.csv',
      line: 1,
    };
    const more = { ...ledger, observations: new Map([...ledger.observations, [undated.id, undated]]) };
    const card = structuredClone(cardOf('displaced-total'));
    card.dots[0]!.rows.push(undated.id);
    expect(() => drawFigure(more, card, 'column')).toThrow(/"Z01" without a date/);
  });
});
