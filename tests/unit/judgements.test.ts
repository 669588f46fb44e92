import { describe, expect, it } from 'vitest';
import { overlappingLabels, renderSvg, type Mark, type WidthName } from '../../src/charts/index.ts';
import { figuresHold } from '../../src/data/checks/check-figure-cards.ts';
import { describeProblem } from '../../src/data/errors.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import { figureCard } from '../../src/data/schemas/figure.ts';
import type { Assessment } from '../../src/data/schemas/statement.ts';
import { judgements } from '../../src/figures/judgements/model.ts';
import { fillCard } from '../../src/figures/shared/filled-card.ts';
import { smallLedger } from './kit/ledger.ts';
import { rowsIn } from './kit/rows.ts';

const ROWS: Record<string, Partial<Assessment>> = {
  'v-day': { date: '2023-11-20' },
  'v-next': { date: '2023-11-22' },
  'v-month': { date: '2023-12', telling: true },
  'v-about': { date: '2023-12', date_note: 'about 1 December 2023' },
  'v-year': { date: '2024', leaning: 'against', telling: true },
  'v-later': { date: '2025-09-30', leaning: 'looking-back', telling: true },
};

function ledgerOfJudgements(): Ledger {
  const ledger = smallLedger();
  ledger.assessments = rowsIn(
    'content/assessments.csv',
    Object.entries(ROWS).map(([id, fields]): Assessment => ({
      id,
      date: '2024-01-01',
      date_note: null,
      who: `Who judged in ${id}`,
      affiliation: null,
      leaning: 'for',
      assessment: 'A judgement.',
      source_ids: ['irr-2024-01-06'],
      note: null,
      telling: false,
      ...fields,
    })),
  );
  const card = figureCard.parse({
    id: 'judgements',
    name: 'Judgements',
    number: 2,
    section: 'turning-point',
    title: 'Judgements were divided from the first weeks',
    shared: 'Myanmar, 2023: judgements were divided from the first weeks on',
    subtitle: 'Dated judgements that were found',
    alt: 'Dated judgements over and under a line of years',
    summary: 'Some saw a turning point in the first weeks, and others warned against expecting one then.',
    how_we_know: 'Each mark is a judgement that a named person published.',
    table: 'dated judgements',
    notes: ['An invented figure.'],
    dataset: 'assessments',
    judgements: [
      { id: 'for', label: 'For', rows: ['v-day', 'v-next', 'v-month', 'v-about'] },
      { id: 'against', label: 'Against', rows: ['v-year'] },
      { id: 'looking-back', label: 'Later', rows: ['v-later'] },
    ],
    annotations: [
      { at: 'v-month', text: 'In December | it turned' },
      { at: 'v-year', text: 'In 2024 | it did not' },
      { at: '2023-10-27', kind: 'remark', text: '27 Oct 2023: it begins', as: 'start' },
      { at: '2023-11-01', kind: 'remark', text: 'grey: the others', as: 'others' },
    ],
    periods: [{ id: 'v-about', from: '2023-11-24', to: '2023-12-08', told_by: ['v-about'] }],
  });
  ledger.figures = new Map([[card.id, card]]);
  return ledger;
}

const draw = (width: WidthName, ledger = ledgerOfJudgements()) =>
  judgements(ledger, fillCard(ledger, ledger.figures.get('judgements')!), width);
const problems = (ledger: Ledger) => figuresHold(ledger).map(describeProblem).join('\n');

describe.each(['phone', 'column'] as const)('judgements on the %s', (width) => {
  const model = draw(width);
  const mark = (row: string) => model.marks.find((one) => one.row === row)!;
  const place = (row: string) => model.placed.find((one) => one.row === row)!;
  const length = (row: string) => mark(row).boxes[0]!.x1 - mark(row).boxes[0]!.x0;
  const year = model.axes[0]!.labels.find(({ id }) => id === 'x-2024')!;

  const rowsOf = (kind: Mark['kind']) => model.marks.filter((one) => one.kind === kind).map(({ row }) => row);

  it('have a dot where the day is known to about a week, and a line over all days where it is not', () => {
    expect(rowsOf('filled').sort()).toEqual(['v-about', 'v-day', 'v-later', 'v-next']);
    expect([...rowsOf('bar'), ...rowsOf('whisker')].sort()).toEqual(['v-month', 'v-year']);
    expect(length('v-year') / length('v-month')).toBeCloseTo(365 / 30, 1);
    expect(length('v-about')).toBeCloseTo(length('v-day'), 5);
  });

  it('have lines that fade alike at both ends', () => {
    expect(new Set(rowsOf('fade'))).toEqual(new Set([...rowsOf('bar'), ...rowsOf('whisker')]));
    for (const { d, row } of model.marks.filter(({ kind }) => kind === 'fade')) {
      const ends = [...d.matchAll(/[MH]([\d.]+)/g)].map(([, x]) => Number(x));
      const { x0, x1 } = mark(row!).boxes[0]!;
      expect(Math.min(...ends)).toBeGreaterThanOrEqual(x0 - 0.1);
      expect(Math.max(...ends)).toBeLessThanOrEqual(x1 + 0.1);
      expect(Math.min(...ends) + Math.max(...ends), row).toBeCloseTo(x0 + x1, 0);
    }
  });

  it('begin at the day on which all began', () => {
    const rule = model.marks.find(({ kind }) => kind === 'rule')!;
    expect(Math.min(...model.placed.map(({ x }) => x))).toBeGreaterThan(rule.boxes[0]!.x1);
    expect(model.labels.find(({ id }) => id === 'start')!.lines).toEqual(['27 Oct 2023: it begins']);
  });

  it('stand over the years if they saw a turning point, under them if not, and at the foot if they look back', () => {
    const { y0, y1 } = year.box;
    for (const row of ['v-day', 'v-next', 'v-month', 'v-about']) expect(place(row).y).toBeLessThan(y0);
    expect(place('v-year').y).toBeGreaterThan(y1);
    expect(place('v-later').y).toBeGreaterThan(place('v-year').y);
  });

  it('cover no other, and no word covers another', () => {
    const boxes = model.marks.flatMap((one) => one.boxes.map((box) => ({ row: one.row, box })));
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.box.x1 <= other.box.x0 ||
          other.box.x1 <= one.box.x0 ||
          one.box.y1 <= other.box.y0 ||
          other.box.y1 <= one.box.y0;
        expect(isApart, `${one.row} and ${other.row}`).toBe(true);
      }
    expect(overlappingLabels([...model.labels, ...model.axes[0]!.labels])).toEqual([]);
  });

  it('are ink where the explainer tells them, a hairline where no day is known, and their marks bear their rows', () => {
    const strong = model.marks.filter(({ tone, kind }) => tone === 'ink' && kind !== 'fade');
    const told = [...ledgerOfJudgements().assessments.values()].filter(({ telling }) => telling).map(({ id }) => id);
    expect(new Set(strong.map(({ row }) => row))).toEqual(new Set(told));
    expect(strong.filter(({ kind }) => kind === 'bar')).toEqual([]);
    expect(renderSvg(model)).toContain('data-row="v-later"');
  });

  it('are dated in the table as finely as they are known', () => {
    const rows = model.table.of === 'judgements' ? model.table.groups.flatMap((group) => group.rows) : [];
    expect(rows.map(({ date }) => date)).toEqual([
      '20 Nov 2023',
      '22 Nov 2023',
      'about 1 December 2023',
      'Dec 2023',
      '2024',
      '30 Sep 2025',
    ]);
    expect(model.asOf).toBe('2025-09-30');
  });
});

describe('the card of the judgements', () => {
  it('needs every judgement, each in the group of its leaning', () => {
    const ledger = ledgerOfJudgements();
    expect(problems(ledger)).toBe('');
    const [first] = ledger.figures.get('judgements')!.judgements;
    first!.rows = ['v-day', 'v-year', 'v-nobody'];
    ledger.figures.get('judgements')!.judgements[1]!.rows = ['v-month'];
    const found = problems(ledger);
    expect(found).toContain('found "v-year" of leaning "against"; expected the id of a row of leaning "for"');
    expect(found).toContain('found "v-nobody"');
    expect(found).toContain('found no "v-next"; expected every row of content/assessments.csv');
  });

  it('shows no rows of another kind beside them', () => {
    const ledger = ledgerOfJudgements();
    ledger.figures.get('judgements')!.dots = [
      { id: 'counts', label: 'Counts', tone: 'ink', shape: 'dot', rows: ['B017'] },
    ];
    expect(problems(ledger)).toContain('judgements beside lines, bands, dots or table_only');
  });
});
