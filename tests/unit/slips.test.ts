import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Observation } from '../../src/data/schemas/observation.ts';
import { change, problemsAfter } from './kit/ledger.ts';
import { observation } from './kit/rows.ts';

const FILE = 'content/data/displacement.csv';
/** Line that the first added row stands on. */
const FIRST = 100;

/** Adds rows of an invented series to the file of people displaced. */
function add(ledger: Ledger, rows: (Partial<Observation> & { id: string })[]): void {
  rows.forEach((fields, index) => {
    const row = {
      ...observation(fields.id, { series: 'flooded', published: null, source_ids: ['xinhua-2025-04'], ...fields }),
      file: FILE,
      line: FIRST + index,
    };
    ledger.observations.set(row.id, row);
    ledger.datasets.displacement.push(row);
  });
}

const DAYS = ['2024-11-01', '2024-11-08', '2024-11-15', '2024-11-22', '2024-11-29'];

/** Makes a line of counts of one claimant, each a week after the one before. */
function line(values: number[], changes: Partial<Observation> = {}): (Partial<Observation> & { id: string })[] {
  return values.map((value, index) => ({ id: `Z0${index + 1}`, as_of: DAYS[index] as string, value, ...changes }));
}

const problemsOf = (rows: (Partial<Observation> & { id: string })[]) => problemsAfter((ledger) => add(ledger, rows));

describe('a count beside its neighbours', () => {
  it.each([
    ['grows', [6_200, 9_000, 16_000, 40_000, 60_000]],
    ['stays', [60_000, 60_000, 60_000, 60_000, 60_000]],
    ['falls when people return', [60_000, 55_000, 50_000, 24_000, 20_000]],
    ['grows by three from one week to the next', [20_000, 21_000, 22_000, 66_000, 70_000]],
    ['is the next one, and plausible', [20_000, 21_000, 22_000, 23_000, 50_000]],
    ['comes back to nothing', [3, 2, 1, 1, 0]],
  ])('passes if it %s', (_, values) => {
    expect(problemsOf(line(values))).toEqual([]);
  });

  it.each([
    ['with a digit too many', [20_000, 210_000, 22_000, 23_000, 24_000], 101, '210000, larger than Z03', '9.5'],
    ['with a digit too few', [20_000, 21_000, 2_200, 23_000, 24_000], 102, '2200, smaller than Z02', '9.5'],
    [
      'the newest, with a digit too many',
      [20_000, 21_000, 22_000, 23_000, 240_000],
      104,
      '240000, larger than Z04',
      '10',
    ],
    ['the newest, with a digit too few', [20_000, 21_000, 22_000, 23_000, 2_400], 104, '2400, smaller than Z04', '9.6'],
    ['the oldest, with a digit too few', [2_000, 21_000, 22_000, 23_000, 24_000], 100, '2000, smaller than Z02', '11'],
  ])('is refused %s', (_, values, row, found, factor) => {
    const [problem, ...others] = problemsOf(line(values));
    expect(others).toEqual([]);
    expect(problem).toContain(`${FILE}:${row} "value": found ${found}`);
    expect(problem).toContain(
      ` by a factor of ${factor}; expected a number nearer to ${row === 100 || row === 104 ? 'it' : 'one of them'}, or in "checked" the number again and why it is right`,
    );
  });

  it('may make the leap that its series makes elsewhere without a question', () => {
    const elsewhere = line([1_000, 7_000], { scope_id: 'south' }).map((row, index) => ({
      ...row,
      id: `Y0${index + 1}`,
      checked: index === 1 ? '7,000 after the dam broke, as the source says.' : null,
    }));
    expect(problemsOf([...elsewhere, ...line([10_000, 60_000])])).toHaveLength(1);
    // Twice above its neighbours is too much, unless another count of the series was so too.
    expect(problemsOf(line([10_000, 30_000, 12_000]))).toHaveLength(1);
  });

  it('is not measured by a count that had to be explained, unless it comes next', () => {
    const explained = (values: number[]) =>
      line(values).map((row) => ({
        ...row,
        checked: row.value === 90_000 ? '90,000: all who ever left, and not those away on the day.' : null,
      }));
    expect(problemsOf(explained([10_000, 11_000, 90_000]))).toEqual([]);
    expect(problemsOf(explained([10_000, 120_000, 90_000]))).toHaveLength(1);
    expect(problemsOf(explained([10_000, 11_000, 90_000, 95_000]))).toEqual([]);
    expect(problemsOf(explained([10_000, 11_000, 90_000, 950_000]))).toHaveLength(1);
  });

  it('of a scope of its own is compared with others of its series', () => {
    const others = line([10_000, 20_000, 30_000, 40_000]).map((row, index) => ({
      ...row,
      scope_id: `town-${'abcd'[index]}`,
    }));
    const own = (value: number) => [...others, { id: 'Z09', as_of: '2024-11-23', scope_id: 'delta', value }];
    expect(problemsOf(own(90_000))).toEqual([]);
    expect(problemsOf(own(200_000))).toEqual([
      `${FILE}:104 "value": found 200000, larger than Z04 (40000 of 2024-11-22), the nearest count to compare it with, by a factor of 5; expected a number nearer to it, or in "checked" the number again and why it is right`,
    ]);
  });

  it('stands with a reason that repeats the number, and with no other', () => {
    const withReason = (checked: string) =>
      problemsOf(
        line([20_000, 21_000, 22_000, 23_000]).concat({ id: 'Z05', as_of: DAYS[4]!, value: 240_000, checked }),
      );
    expect(withReason('240,000: the count takes in the delta from this week on.')).toEqual([]);
    expect(withReason('24,000: the count takes in the delta from this week on.')).toHaveLength(2);
    expect(withReason('240,000')).toEqual([
      `${FILE}:104 "checked": found "240,000"; expected the number of the row, 240000, and in words why it is right, or nothing`,
    ]);
  });

  it('is no fact, which stands in no series', () => {
    expect(
      problemsAfter((l) => {
        const fact = { ...l.observations.get('f-control')!, id: 'f-two', value: 1, line: 3 };
        l.datasets.facts.push(fact);
        l.observations.set('f-two', fact);
      }),
    ).toEqual([]);
  });
});

describe('a part and its whole', () => {
  const day = { as_of: '2024-11-01' };

  it('is refused above a hundred per cent', () => {
    expect(problemsAfter((l) => change(l.observations, 'f-control', { value: 190 }))).toEqual([
      'content/data/facts.csv:2 "value": found 190 per cent of the country; expected at most 100, or in "checked" the number again and why it is right',
    ]);
  });

  it('may be a rise of more than a hundred per cent, with a reason', () => {
    const rise = { value: 190, unit: 'per cent', checked: '190: a rise, which may be more than a hundred.' };
    expect(problemsAfter((l) => change(l.observations, 'f-control', rise))).toEqual([]);
  });

  it.each(['percent of the country', '% of the country'])('is not hidden behind the unit %j', (unit) => {
    expect(problemsAfter((l) => change(l.observations, 'f-control', { unit, value: 21 }))).toEqual([
      `content/data/facts.csv:2 "unit": found "${unit}"; expected a unit that begins with "per cent"`,
    ]);
  });

  it('is no larger than the country on the same day', () => {
    const rows = [
      { id: 'Z01', ...day, value: 50_000, scope: 'nationwide' },
      { id: 'Z02', ...day, value: 60_000, scope: 'the delta', scope_id: 'delta' },
    ];
    expect(problemsOf(rows)).toEqual([
      `${FILE}:101 "value": found 60000 for "the delta", above Z01 (50000) for "nationwide" on 2024-11-01; expected no part above its whole, or in "checked" the number again and why it is right`,
    ]);
    expect(problemsOf([rows[0]!, { ...rows[1]!, as_of: '2024-12-01' }])).toEqual([]);
  });

  it('is no larger than the series that its card calls the whole', () => {
    const rows = [
      { id: 'Z01', ...day, value: 50_000, scope: 'nationwide' },
      { id: 'Z02', ...day, value: 60_000, scope: 'nationwide', series: 'flooded-since-may' },
    ];
    const parts = { 'flooded-since-may': 'flooded' };
    expect(problemsOf(rows)).toEqual([]);
    expect(problemsAfter((l) => (add(l, rows), change(l.cards, 'displacement', { parts })))).toHaveLength(1);
    expect(problemsAfter((l) => change(l.cards, 'displacement', { parts: { total: 'totals' } }))).toEqual([
      'content/data/displacement.yaml "parts.total": found "totals"; expected a series of the file',
    ]);
  });

  it('is the same number in two files', () => {
    const twin = { definition: 'all displaced people', as_of: '2024-01-01', source_ids: ['unhcr-2024-01'] };
    const twice = (value: number) =>
      problemsAfter((l) => {
        change(l.observations, 'B25', twin);
        change(l.observations, 'ST01', { ...twin, published: null, scope_id: 'nationwide', value });
      });
    expect(twice(2_625_000)).toEqual([]);
    expect(twice(2_652_000)).toEqual([
      'content/data/displacement-by-state.csv:2 "value": found 2652000, and 2625000 in B25 (content/data/displacement.csv:6), of the same source, day, meaning and area; expected the same number in both, or in "checked" the number again and why it is right',
    ]);
  });

  it.each([
    ['difference', '"B17" (1976400) less "B25" (2625000)', 'the larger number first'],
    ['one-in', '"B25" (2625000) as a part of "B17" (1976400)', 'the part first, then the whole'],
  ] as const)('stands in the order that a %s needs', (kind, found, expected) => {
    const of = kind === 'difference' ? ['B17', 'B25'] : ['B25', 'B17'];
    expect(problemsAfter((l) => change(l.derivations, 'd-idp-rise', { kind, of }))).toEqual([
      `content/derived.yaml "of": found ${found}; expected ${expected}`,
    ]);
  });
});
