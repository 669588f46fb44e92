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

describe.each(modelsOf('displaced-since-1027').map((model) => [model.frame.name, model] as const))(
  'displaced-since-1027 at %s',
  (_, model) => {
    const wordsAt = (id: string) => model.labels.find((label) => label.id === id)!.lines.join(' ');

    it('draws a number without a day as a line over the days it can mean, and one with a day as a dot', () => {
      expect(kindsAt(model, 'A18')).toEqual(['filled']);
      expect(kindsAt(model, 'A21')).toEqual(['filled']);
      const box = model.marks.find(({ row }) => row === 'A18')!.boxes[0]!;
      // From 1 to 14 December, with the day after on the same scale.
      expect((box.x1 - box.x0) / (place(model, 'A21').x - box.x0)).toBeCloseTo(13 / 14, 2);
    });

    it('leaves second-hand and doubtful marks open', () => {
      for (const row of ['A03', 'A04', 'A08', 'A13', 'A17', 'A19', 'A20', 'S10'])
        expect(kindsAt(model, row), row).toEqual(['open']);
      expect(kindsAt(model, 'A05')).toEqual(['filled']);
    });

    it('draws nothing of the series where no count is dated: its line fades after 21 November and after 15 December', () => {
      const [november, december, last] = ['A12', 'A21', 'A22'].map((row) => place(model, row));
      const lines = model.marks.filter((mark) => mark.kind === 'line');
      const boxes = lines.flatMap((line) => line.boxes);
      for (const [from, to] of [
        [november!, december!],
        [december!, last!],
      ] as const)
        expect(boxes.filter((box) => box.x0 > from.x + 4 && box.x1 < to.x - 4)).toEqual([]);
      const fades = model.marks.filter((mark) => mark.kind === 'fade' && mark.boxes.length > 0);
      expect(fades.map(({ boxes }) => boxes[0]!.x0)).toEqual(
        [place(model, 'A06'), november!, december!].map(({ x }) => x),
      );
    });

    it('shows the revision at the end of the year as a lower count', () => {
      expect(place(model, 'A22').y).toBeGreaterThan(place(model, 'A21').y);
      expect(wordsAt('A22')).toMatch(new RegExp(`^${formatCount(fact('A22').value)} estimated, `));
    });

    it("sets the wire report's number apart: a diamond off the line, with its name", () => {
      expect(kindsAt(model, 'f-wire-displaced')).toEqual(['open']);
      expect(wordsAt('f-wire-displaced')).toBe(
        `${formatQualified(fact('f-wire-displaced').value, fact('f-wire-displaced').qualifier)} the AP report, for late November`,
      );
    });

    it('changes its ground on the day on which the count widens, and says what each side counts', () => {
      const [narrow, wide] = model.marks.filter((mark) => mark.kind === 'area');
      expect(narrow!.opacity).toBeLessThan(1);
      expect(wide!.d).toMatch(new RegExp(`^M${Number(place(model, 'A09').x.toFixed(1))} `));
      expect(wordsAt('narrow')).toBe('Northern Shan');
      expect(wordsAt('wide')).toMatch(/^Most conflict areas, from 14 Nov.*partly wider coverage/);
      expect(wordsAt('S10')).toMatch(/northern Shan, second-hand$/);
    });
  },
);

describe.each(modelsOf('displaced-total').map((model) => [model.frame.name, model] as const))(
  'displaced-total at %s',
  (_, model) => {
    const areas = model.marks.filter((mark) => mark.kind === 'area');
    const edgesOf = (d: string) => [...d.matchAll(/([\d.]+),/g)].map(([, x]) => Number(x));

    it('draws the two parts only where both are known, and lets them fade after that', () => {
      const full = areas.filter(({ opacity }) => opacity === undefined);
      expect(full).toHaveLength(2);
      expect(Math.min(...edgesOf(full[0]!.d))).toBeCloseTo(place(model, 'B04').x, 0);
      expect(Math.max(...edgesOf(full[0]!.d))).toBeCloseTo(place(model, 'B35').x, 0);
      const fading = areas.filter(({ opacity }) => opacity !== undefined).flatMap(({ d }) => edgesOf(d));
      expect(Math.min(...fading)).toBeCloseTo(place(model, 'B35').x, 0);
      expect(Math.max(...fading) - Math.min(...fading)).toBeCloseTo(40, 0);
    });

    it('lets the published counts of those displaced before the coup lie on the edge between the parts', () => {
      expect(areas[0]!.d).toContain(`,${Number(place(model, 'P01').y.toFixed(1))}`);
    });

    it('states the rise that the ledger derives', () => {
      expect(model.labels.find((label) => label.id === 'd-idp-rise')!.lines).toEqual([
        `+${formatCount(fact('B25').value - fact('B17').value)}`,
      ]);
      expect(model.title).toContain('from 2.0 million to 2.6 million');
    });

    it('draws the line thin to statements rounded to the hundred thousand, and says so', () => {
      const thin = model.marks.filter(({ kind, joins }) => kind === 'whisker' && joins !== undefined);
      expect(thin.map(({ row }) => row)).toEqual(['B37', 'B38']);
      for (const { row } of model.marks.filter(({ kind }) => kind === 'line'))
        expect(fact(row!).value % 100_000, row).not.toBe(0);
      expect(model.labels.find(({ id }) => id === 'B38')!.lines.join(' ')).toBe('small dots, thin line: rounded');
    });

    it('sets the last total at its own height, and no line above it', () => {
      const label = model.labels.find(({ id }) => id === 'B39')!;
      expect(label.lines.join(' ')).toBe('3.6 million rounded, Nov 2025, second-hand');
      expect(Math.abs(label.y - place(model, 'B39').y)).toBeLessThan(label.size!);
      expect(label.box.x0).toBeGreaterThan(place(model, 'B39').x);
      const ticks = model.axes[0]!.labels.map(({ y }) => y);
      expect(Math.min(...ticks)).toBeGreaterThan(place(model, 'B39').y);
    });

    it('starts at zero and joins nothing over the months without a total', () => {
      const joined = model.marks.filter((mark) => mark.kind === 'line').map((mark) => `${mark.joins} ${mark.row}`);
      expect(joined).not.toContain('B01 B04');
      expect(model.axes[0]!.d).toContain(`M0 ${model.frame.bottom}H`);
    });
  },
);

describe.each(modelsOf('positions-lost').map((model) => [model.frame.name, model] as const))(
  'positions-lost at %s',
  (_, model) => {
    const card = cardOf('positions-lost');

    it('joins no counts, since nothing is known between two of them', () => {
      expect(model.marks.filter(({ kind, joins }) => kind === 'line' || joins !== undefined)).toEqual([]);
    });

    it('keeps the fall from one tally to the next', () => {
      expect(place(model, 'B032').y).toBeGreaterThan(place(model, 'B026').y);
      expect(place(model, 'B033').y).toBeLessThan(place(model, 'B032').y);
    });

    it('ties every label of a number to its row', () => {
      const tied = model.labels.filter((label) => label.row !== undefined).map((label) => label.row);
      const isSaid = ({ at, short }: (typeof card.annotations)[number]) =>
        ledger.observations.has(at) && (short !== 'none' || model.frame.name === 'column');
      for (const { at } of card.annotations.filter(isSaid)) expect(tied).toContain(at);
    });

    it('lets the count on another base leave the plot, in words that say so and how sure that is', () => {
      expect(place(model, 'B044').y).toBe(model.frame.top);
      expect(model.labels.find(({ id }) => id === 'B044')!.lines.join(' ')).toMatch(
        /off this scale: apparently a new counting base$/,
      );
    });

    it('shows the independent count larger than every tally, and what it leaves in the background smallest', () => {
      const size = (row: string) => {
        const [box] = model.marks.find((mark) => mark.row === row)!.boxes;
        return box!.x1 - box!.x0;
      };
      for (const row of ['B026', 'B042', 'B044', 'B025']) {
        expect(size('B017'), row).toBeGreaterThan(1.3 * size(row));
        expect(size(row), row).toBeGreaterThan(1.1 * size('B014'));
      }
    });

    it('warns in the picture that counts cannot be added', () => {
      expect(model.labels.find((label) => label.id === 'warning')!.lines.join(' ')).toMatch(
        /none verified.*cannot be added/,
      );
    });
  },
);

describe.each(modelsOf('sources-disagree').map((model) => [model.frame.name, model] as const))(
  'sources-disagree at %s',
  (_, model) => {
    const card = cardOf('sources-disagree');
    const drawn = card.dots.flatMap(({ rows }) => rows);

    it('puts the counts of a group in the order of their size', () => {
      for (const { rows } of card.dots) {
        const byPlace = [...rows].sort((a, b) => place(model, a).y - place(model, b).y);
        expect(byPlace.map((row) => fact(row).value)).toEqual(rows.map((row) => fact(row).value).sort((a, b) => a - b));
      }
    });

    it('lays its band around most of the counts that it draws, from the lowest on', () => {
      const band = model.marks.find(({ kind }) => kind === 'area')!;
      const [x0, x1] = [...band.d.matchAll(/[MH]([\d.]+)/g)].map(([, x]) => Number(x)) as [number, number];
      const inside = drawn.filter((row) => place(model, row).x >= x0 && place(model, row).x <= x1);
      expect(inside.length).toBeGreaterThan(drawn.length / 2);
      expect(Math.min(...drawn.map((row) => place(model, row).x))).toBeGreaterThan(x0);
    });

    it('says each number once, beside its mark, and cuts no name of who counted', () => {
      for (const row of drawn) {
        const [label, ...more] = model.labels.filter(({ id }) => id === row);
        expect(more).toEqual([]);
        expect(label!.box.x0 - place(model, row).x).toBeGreaterThan(model.frame.mark);
        expect(label!.box.x0 - place(model, row).x).toBeLessThan(20);
        expect(Math.abs(label!.y - place(model, row).y)).toBeLessThan(label!.size!);
      }
      expect(model.labels.map(({ lines }) => lines.join()).join()).not.toContain('…');
    });

    it('makes bold only the two numbers of its title, and gives the plot its room', () => {
      expect(model.labels.filter(({ kind }) => kind === 'value').map(({ id }) => id)).toEqual(['B017', 'B025']);
      for (const row of ['B017', 'B025']) expect(model.title).toContain(String(fact(row).value));
      const { left, right, width } = model.frame;
      expect((right - left) / width).toBeGreaterThan(0.55);
    });

    it('leaves the military’s own count, which is second-hand, open', () => {
      expect(kindsAt(model, 'f-military-lost-posts')).toEqual(['open']);
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

  it('of a whole month stand in its middle', () => {
    const march = ledger.observations.get('P03')!;
    expect(march.as_of).toBe('2023-03');
    const model = modelsOf('displaced-total')[1]!;
    const [from, to] = ['B12', 'B15'].map((row) => place(model, row).x) as [number, number];
    expect(place(model, 'P03').x).toBeGreaterThan(from);
    expect(place(model, 'P03').x).toBeLessThan(to);
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
