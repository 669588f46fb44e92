import { describe, expect, it } from 'vitest';
import { warnings } from '../../src/data/checks/check-rows.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';

const FILE = 'content/data/displacement.csv';

describe('a note that speaks of another row', () => {
  const note = (text: string) => problemsAfter((l) => change(l.observations, 'A22', { note: text }));

  it.each([
    'Lower than A21 (660,000 two weeks before), and far above the doubtful 335,000 (A14).',
    'Of the total of B25 (2.6 million) a part.',
    'Part of B25. 32,000 less than A21, and about 30,000 less than A21.',
    'The parts are 600,000 + 28,000 = 628,000, which equals 600,000 + 28,000.',
    'Told of on 6 January 2024 (A21), and by A21 (15 December 2023).',
    'MOC-16 and LID 99 (B17).',
  ])('passes: %s', (text) => {
    expect(note(text)).toEqual([]);
  });

  it.each([
    ['Lower than A21 (606,000 two weeks before).', '"note": found "A21 (606,000)"; expected 660000, the number of A21'],
    ['Far above the doubtful 353,000 (A14).', '"note": found "353,000 (A14)"; expected 335000, the number of A14'],
    ['Part of B25 (2.7 million).', '"note": found "B25 (2.7 million)"; expected 2625000, the number of B25'],
    ['600,000 + 28,000 = 682,000', '"note": found "600,000 + 28,000 = 682,000"; expected a sum of 628000'],
    [
      'Equals 600,000 + 82,000.',
      '"value": found 628000, and in the note "equals 600,000 + 82,000"; expected 682000, or another note',
    ],
    [
      'Same as A21.',
      '"value": found 628000, and in the note "same as A21"; expected 660000, as A21 has, or another note',
    ],
    [
      '23,000 less than A21.',
      '"value": found 628000, and in the note "23,000 less than A21" (660000); expected 637000, or another note',
    ],
    [
      'A component of A14.',
      '"value": found 628000, and in the note a part of A14 (335000); expected at most 335000, or another note',
    ],
  ])('is refused: %s', (text, expected) => {
    expect(note(text)).toEqual([`${FILE}:4 ${expected}`]);
  });
});

describe('a day', () => {
  it('is refused after the newest source', () => {
    expect(problemsAfter((l) => change(l.observations, 'A14', { as_of: '2025-11' }))).toContain(
      `${FILE}:2 "as_of": found 2025-11; expected 2025-04-22 or earlier, the date of the newest source (content/site.yaml)`,
    );
    expect(problemsAfter((l) => change(l.places, 'TN14', { status_changed_on: '2026-04-22' }))).toContain(
      'content/data/places.csv:2 "status_changed_on": found 2026-04-22; expected 2025-04-22 or earlier, the date of the newest source (content/site.yaml)',
    );
  });

  it('is refused long before its sources, and where all others of its series lie after the operation began', () => {
    expect(problemsAfter((l) => change(l.observations, 'A21', { as_of: '2022-12-15' }))).toEqual(
      expect.arrayContaining([
        `${FILE}:3 "as_of": found 2022-12-15, before all others of the series "since-1027"; expected 2023-10-27 or later, when the operation began, or in "checked" the number again and why it is right`,
        `${FILE}:3 "as_of": found 2022-12-15, 12 months before the first of its sources (2023-12-15); expected a day at most 9 months before, or in "checked" the number again and why it is right`,
      ]),
    );
  });

  it('is refused for a capture before the operation began', () => {
    expect(problemsAfter((l) => change(l.places, 'TN14', { captured_on: '2014-07-25' }))).toEqual([
      'content/data/places.csv:2 "captured_on": found 2014-07-25; expected 2023-10-27 or later, when the operation began, or the reason in "checked"',
    ]);
  });
});

describe('words that are nearly those of other rows', () => {
  const remarks = (field: 'claimant' | 'claimant_id' | 'scope_id' | 'unit', text: string) => {
    const ledger = smallLedger();
    change(ledger.observations, 'A22', { [field]: text });
    return warnings(ledger);
  };

  it.each([
    ['claimant', 'OHCA', 'OCHA'],
    ['claimant', 'OCHAA', 'OCHA'],
    ['unit', 'poeple', 'people'],
    ['scope_id', 'nationwiede', 'nationwide'],
  ] as const)('make a remark: %s %j', (field, text, meant) => {
    expect(remarks(field, text)).toEqual([`${FILE}:4 "${field}": found "${text}"; do you mean "${meant}"?`]);
  });

  it.each([
    ['claimant', 'UNHCR'],
    ['claimant', 'the TNLA'],
    ['claimant_id', 'oc'],
  ] as const)('make none where the words are others: %s %j', (field, text) => {
    expect(remarks(field, text)).toEqual([]);
  });
});
