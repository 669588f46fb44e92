import { describe, expect, it } from 'vitest';
import { asPublished, leftOff, publicationDate } from '../../src/data/as-published.ts';
import { describeProblem } from '../../src/data/errors.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import type { DayBrief } from '../../src/data/schemas/day-brief.ts';
import { briefsHold } from '../../src/data/checks/check-briefs.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { source } from './kit/rows.ts';

const DAY = '2023-12-20';

/** Tells whether A21 (OCHA, 15 December 2023) stands on the brief of the day after a change. */
function isKnown(breakIt: (ledger: Ledger) => void, id = 'A21'): boolean {
  const ledger = smallLedger();
  breakIt(ledger);
  const then = asPublished(ledger, DAY);
  return then.observations.has(id) || then.places.has(id) || then.events.has(id) || then.statements.has(id);
}

describe('a number stands on the brief of a day', () => {
  it('if it and one of its sources had been published', () => {
    expect(isKnown(() => {})).toBe(true);
    expect(isKnown((ledger) => change(ledger.observations, 'A21', { published: '2023-12-21' }))).toBe(false);
    expect(isKnown((ledger) => change(ledger.sources, 'un-flash10', { published: '2023-12-21' }))).toBe(false);
  });

  it('not if nobody knows when it was published, or only that it was in that month', () => {
    expect(isKnown((ledger) => change(ledger.observations, 'A21', { published: null }))).toBe(false);
    expect(isKnown((ledger) => change(ledger.observations, 'A21', { published: '2023-12' }))).toBe(false);
  });

  it('not on the word of a document that was changed later', () => {
    expect(isKnown((ledger) => change(ledger.sources, 'un-flash10', { updated: '2024-01' }))).toBe(false);
  });

  it('with its sources of then alone', () => {
    const ledger = smallLedger();
    change(ledger.observations, 'A21', { source_ids: ['un-flash10', 'irr-2024-01-06'] });
    expect(asPublished(ledger, DAY).observations.get('A21')?.source_ids).toEqual(['un-flash10']);
  });
});

it('a document without a date counts by the month that its note begins with, and by no other', () => {
  const dateOf = (published_note: string) => publicationDate(source('x', { published: null, published_note }));
  expect(dateOf('late November 2023')).toBe('2023-11');
  expect(dateOf('about 22–24 November 2023')).toBe('2023-11');
  expect(dateOf('undated; on events of November 2023')).toBe(null);
  expect(dateOf('September-October 2024')).toBe(null);
});

describe('a place stands on the map of a day', () => {
  const taken = (fields: object) => (ledger: Ledger) =>
    change(ledger.places, 'TN14', { captured_on: '2023-12-10', source_ids: ['un-flash10'], ...fields });

  it('if it had been taken and a report of that is of then; else it is counted as left off', () => {
    expect(isKnown(taken({}), 'TN14')).toBe(true);
    expect(isKnown(taken({ captured_on: '2023-12-21' }), 'TN14')).toBe(false);
    expect(isKnown(taken({ source_ids: ['xinhua-2025-04'] }), 'TN14')).toBe(false);
    expect(isKnown(taken({ captured_on: '2023-12' }), 'TN14')).toBe(false);
  });

  it('without what became of it later', () => {
    const ledger = smallLedger();
    taken({})(ledger);
    expect(asPublished(ledger, DAY).places.get('TN14')).toMatchObject({
      status_latest: 'not-checked',
      status_changed_on: null,
    });
    expect(asPublished(ledger, '2025-05-01').places.get('TN14')).toMatchObject({ status_latest: 'handed-back' });
  });
});

it('a statement stands only if all of its sources are of then', () => {
  const both = (ledger: Ledger) =>
    change(ledger.statements, 'n-kokang-ceded', { source_ids: ['un-flash10', 'irr-2024-01-06'] });
  expect(isKnown(both, 'n-kokang-ceded')).toBe(false);
  expect(
    isKnown((ledger) => change(ledger.statements, 'n-kokang-ceded', { source_ids: ['un-flash10'] }), 'n-kokang-ceded'),
  ).toBe(true);
});

it('numbers of that time whose publication nobody knows are counted', () => {
  const ledger = smallLedger();
  const { numbers } = leftOff(ledger, DAY);
  change(ledger.observations, 'A21', { published: null });
  expect(leftOff(ledger, DAY).numbers).toBe(numbers + 1);
});

describe('of a brief the check names', () => {
  const line = {
    text: 'OCHA counted {A21} people newly displaced.',
    cites: [],
    now: 'The last figure is {A22}.',
    now_cites: [],
  };
  const brief: DayBrief = {
    id: DAY,
    finding: 'The UN counted {A21} people newly displaced.',
    numbers: [{ number: 'A21', tone: 'displaced', label: 'people newly displaced', now: line.now, now_cites: [] }],
    map: { towns: [], not_taken: [], now: line.now, now_cites: [] },
    known: [line],
    claimed: [line],
    claims: [],
    unknown: [line],
    how_we_know: 'The UN counted them.',
  };
  const faultsOf = (fields: Partial<DayBrief>) => {
    const ledger = smallLedger();
    ledger.briefs.set(DAY, { ...brief, ...fields });
    return briefsHold(ledger)
      .filter(({ field }) => field !== 'towns' && field !== 'map.towns')
      .map(describeProblem);
  };

  it('nothing where it holds', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('a row that had not been published, wherever it stands', () => {
    const expected = 'found "A22"; expected a row published by 20 December 2023 at the latest, or known to be';
    expect(faultsOf({ finding: 'The UN counted {A22} people.' })[0]).toContain(expected);
    expect(faultsOf({ known: [{ ...line, text: 'The UN counted {A22}.' }] })[0]).toContain(expected);
    expect(faultsOf({ known: [{ ...line, cites: ['A22'] }] })[0]).toContain(expected);
    expect(faultsOf({ numbers: [{ ...brief.numbers[0]!, number: 'A22' }] })[0]).toContain(expected);
  });

  it('a date later than the day, a sentence without a row, a row that is not there, and a day outside the record', () => {
    expect(faultsOf({ known: [{ ...line, text: '{A21} people, as was said in January 2024.' }] })[0]).toContain(
      'found "January 2024"; expected no date after 20 December 2023',
    );
    expect(faultsOf({ known: [{ ...line, text: '{A21} people, as was said on 21 December.' }] })[0]).toContain(
      'found "21 December"',
    );
    expect(faultsOf({ known: [{ ...line, text: '{A21} people since 26 October.' }] })).toEqual([]);
    expect(faultsOf({ unknown: [{ ...line, text: 'Whether it would go on.' }] })[0]).toContain(
      'no row that carries it',
    );
    expect(faultsOf({ known: [{ ...line, now_cites: ['t999'] }] })[0]).toContain(
      'found "t999"; expected the id of a row',
    );
    expect(faultsOf({ id: '2020-01-01' })[0]).toContain('expected a day from 2023-10-27');
  });
});
