import { describe, expect, it } from 'vitest';
import { clippedLabels, overlappingLabels, renderSvg, type Mark, type WidthName } from '../../src/charts/index.ts';
import type { Place } from '../../src/data/schemas/place.ts';
import { figureCard } from '../../src/data/schemas/figure.ts';
import { fillCard } from '../../src/figures/shared/filled-card.ts';
import type { ChartModel } from '../../src/figures/shared/model.ts';
import { townsMonthByMonth } from '../../src/figures/towns-month-by-month/model.ts';
import { smallLedger } from './kit/ledger.ts';
import { place, rowsIn } from './kit/rows.ts';

const HELD: Partial<Place> = { status_latest: 'no-change-seen', status_changed_on: null, status_source_ids: [] };
const TOWNS: Record<string, Partial<Place>> = {
  first: { captured_on: '2023-10-27', ...HELD },
  month: { captured_on: '2023-11', ...HELD },
  differs: { captured_on: '2023-11-02', captured_not_before: '2023-10-30', captured_not_after: '2023-11-02', ...HELD },
  doubtful: { captured_on: '2023-11-05', confidence: 'medium', ...HELD },
  year: { captured_on: '2023', ...HELD },
  others: { captured_on: '2023-12-05', captor_ids: ['kia'], ...HELD },
  retaken: { captured_on: '2023-12-01', status_latest: 'retaken', status_changed_on: '2024-03-02' },
  between: {
    captured_on: '2023-12-02',
    status_latest: 'handed-back',
    status_changed_on: null,
    changed_not_before: '2024-02',
    changed_not_after: '2024-04',
  },
  disputed: { captured_on: '2023-12-03', status_latest: 'contested', status_changed_on: '2024-02-19' },
  passed: { captured_on: '2024-01-05', status_latest: 'transferred-uwsa', status_changed_on: '2024-01-10' },
};
const MONTHS = ['2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03', '2024-04'];

function draw(width: WidthName): ChartModel {
  const ledger = smallLedger();
  const rows = Object.entries(TOWNS).map(([id, fields]) =>
    place(id, { name: id, slug: id, confidence: 'high', captor_ids: ['mndaa'], ...fields }),
  );
  ledger.places = rowsIn('content/data/places.csv', rows);
  const card = figureCard.parse({
    id: 'towns',
    name: 'Towns month by month',
    number: 2,
    section: 'glance',
    title: 'Most towns were taken in the first three months',
    shared: 'Myanmar, late 2023: most towns were taken in the first three months',
    subtitle: 'Towns reported taken, and returned, by month',
    alt: 'Columns of squares, one for each town reported taken',
    summary: 'Most towns were taken in the first three months, and a few of them were given back later.',
    how_we_know: 'Each square is a town that a named source reported taken.',
    table: 'towns reported taken',
    notes: ['An invented figure.'],
    dataset: 'places',
    places: [{ id: 'towns', label: 'Towns', rows: Object.keys(TOWNS) }],
    key: [
      { shape: 'square', tone: 'alliance', text: 'by the alliance' },
      { shape: 'square', tone: 'rest', text: 'by others' },
      { shape: 'square', tone: 'ink', open: true, text: 'unsure' },
    ],
    prominent: ['first'],
    annotations: [
      { at: 'act', text: 'Act one' },
      { at: '2024-03-01', as: 'back', text: 'two are back' },
      { at: '2024-01-01', as: 'after', text: 'none later' },
    ],
    periods: [{ id: 'act', from: '2023-10-27', to: '2023-12-11', told_by: ['t017'] }],
  });
  return townsMonthByMonth(ledger, fillCard(ledger, card), width);
}

describe.each(['phone', 'column'] as const)('towns month by month on the %s', (width) => {
  const model = draw(width);
  const step = model.frame.width / MONTHS.length;
  const middle = ({ boxes: [box] }: Mark) => ({ x: (box!.x0 + box!.x1) / 2, y: (box!.y0 + box!.y1) / 2 });
  const ground = Math.max(...model.placed.map(({ y }) => y));
  const marksOf = (id: string, where: 'taken' | 'back') =>
    model.marks.filter((mark) => mark.row === id && middle(mark).y > ground === (where === 'back'));
  const monthOf = (mark: Mark) => MONTHS[Math.floor(middle(mark).x / step)];
  const monthsOf = (where: 'taken' | 'back') =>
    Object.fromEntries(
      Object.keys(TOWNS).flatMap((id) => marksOf(id, where).map((mark) => [id, monthOf(mark)] as const)),
    );

  it('stands each town once in the month of its reported day, and without one in the last that it can mean', () => {
    expect(monthsOf('taken')).toEqual({
      first: '2023-10',
      month: '2023-11',
      differs: '2023-11',
      doubtful: '2023-11',
      year: '2023-12',
      others: '2023-12',
      retaken: '2023-12',
      between: '2023-12',
      disputed: '2023-12',
      passed: '2024-01',
    });
  });

  it('hangs under the line what changed hands again, and nothing else', () => {
    expect(monthsOf('back')).toEqual({
      retaken: '2024-03',
      between: '2024-04',
      disputed: '2024-02',
      passed: '2024-01',
    });
  });

  it('tells what the military has back, by a stroke through slate, from what is disputed or went to others', () => {
    const [back, disputed, passed] = ['retaken', 'disputed', 'passed'].map((id) => marksOf(id, 'back')[0]!);
    expect([back!.tone, back!.d.match(/M/g)!.length]).toEqual(['military', 2]);
    expect([disputed!.kind, disputed!.tone, disputed!.d.match(/M/g)!.length]).toEqual(['open', 'military', 1]);
    expect(passed!.tone).toBe('rest');
  });

  it('leaves hollow what is less firmly sourced or can be of another month', () => {
    const hollow = (where: 'taken' | 'back') =>
      Object.keys(TOWNS).filter((id) => marksOf(id, where)[0]?.kind === 'open');
    expect(hollow('taken')).toEqual(['differs', 'doubtful', 'year']);
    expect(hollow('back')).toEqual(['between', 'disputed']);
  });

  it('lets no two squares share a place, and counts each kind in its key', () => {
    const spots = model.placed.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    expect(new Set(spots).size).toBe(Object.keys(TOWNS).length);
    expect(model.labels.filter(({ kind }) => kind === 'key').map(({ lines }) => lines.join(' '))).toEqual([
      '9 by the alliance',
      '1 by others',
      expect.stringMatching(/^3 of the \d+ unsure$/),
    ]);
  });

  it('says the days of an act with its name', () => {
    const act = model.labels.find(({ id }) => id === 'act')!;
    expect([act.lead, ...act.lines]).toEqual(['Act one', '27 Oct – 11 Dec 2023']);
  });

  it('can be read: no label meets another or is cut off, and nothing is drawn nowhere', () => {
    const labels = [...model.labels, ...model.axes.flatMap((axis) => axis.labels)];
    expect(overlappingLabels(labels)).toEqual([]);
    expect(clippedLabels(labels, model.frame)).toEqual([]);
    expect(renderSvg(model, '')).not.toMatch(/NaN|undefined/);
  });
});
