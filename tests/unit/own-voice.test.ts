import { describe, expect, it } from 'vitest';
import { daysHold } from '../../src/data/checks/check-days.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { loadLedger } from '../../src/data/load.ts';
import { ownerOf } from '../../src/data/rename.ts';
import { readProse } from '../../src/data/record.ts';
import { unknownDays } from '../../src/site/checks/check-prose-dates.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';
import { edit, projectWith, sectionFile, writeProject } from './kit/project.ts';
import { problemsIn, proseProblems } from './kit/problems.ts';

const FILE = sectionFile('what');

describe('a word that takes a side', () => {
  it.each(['It liberated the town.', 'Liberated towns lie in the north.', 'The REGIME said so.'])(
    'is refused in our own voice: %s',
    (text) => {
      const problems = problemsIn(projectWith(text));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(
        /^content\/sections\/\S+:8: found “(?:l|L|R)\w+”, a word that takes a side; expected /,
      );
    },
  );

  it('is refused in a row, with its line', () => {
    const root = writeProject();
    edit(root, 'content/statements.csv', 'China ceded', 'The regime said that China ceded');
    expect(problemsIn(root)).toEqual([
      'content/statements.csv:2 "statement": found “regime”, a word that takes a side; expected the military, or took; or the word in quotation marks, with who says so (content/loaded-words.yaml)',
    ]);
  });

  it.each([
    'It had been “liberated”, they said.',
    'The army called the town liberated.',
    'The Free Liberated Areas Council met.',
    'The regimen was hard.',
  ])('may stand where others speak: %s', (text) => {
    expect(problemsIn(projectWith(text))).toEqual([]);
  });
});

describe('a day that cannot be', () => {
  it('is refused in words, unless someone looked ahead', () => {
    expect(problemsIn(projectWith('It ended on 3 May 2031. A vote is planned for 2032.'))).toEqual([
      `${FILE}:8: found 3 May 2031; expected 22 April 2025 or earlier, the date of the newest source, or words that say who planned or expected it`,
    ]);
  });

  it('is refused as the date of a source, if it has not yet come', () => {
    const ledger = smallLedger();
    ledger.changes.clear();
    expect(daysHold(ledger, '2025-04-22')).toEqual([]);
    expect(daysHold(ledger, '2025-04-21').map(describeProblem)).toEqual([
      expect.stringMatching(/"published": found 2025-04-22; expected 2025-04-21 or earlier: today/),
    ]);
  });

  it('is refused for an event or a capture that all its sources are older than', () => {
    expect(
      problemsAfter((ledger) => {
        change(ledger.events, 't017', { date: '2024-02-01', source_ids: ['irr-2024-01-06'] });
        change(ledger.places, 'TN14', { source_ids: ['irr-2024-01-06', 'un-flash10'] });
      }),
    ).toEqual([
      expect.stringMatching(/"date": found 2024-02-01; expected 2024-01-06 at the latest/),
      expect.stringMatching(/"captured_on": found 2024-07-25; expected 2024-01-06 or 2023-12-15 at the latest/),
    ]);
  });
});

describe('a row that is refused', () => {
  it('is an event pasted again with another id', () => {
    expect(
      problemsAfter((ledger) => {
        const event = ledger.events.get('t017')!;
        ledger.events.set('t999', { ...event, id: 't999', line: 9 });
      }),
    ).toEqual(['content/timeline.csv:9 "event": found the words of t017 again; expected words of its own']);
  });

  it('is a source updated before it was published', () => {
    const ledger = smallLedger();
    change(ledger.sources, 'irr-2024-01-06', { updated: '2024-01-05' });
    expect(daysHold(ledger).map(describeProblem)).toEqual([
      expect.stringMatching(/"updated": found 2024-01-05; expected 2024-01-06 or later, when it was published/),
    ]);
  });
});

it('no two things are given one name', () => {
  expect(ownerOf(smallLedger(), 'MNDAA', 'TN14')).toBe('mndaa');
  expect(ownerOf(smallLedger(), 'MNDAA', 'mndaa')).toBeUndefined();
});

it('a day in prose that no cited row has is pointed out', () => {
  const daysIn = (body: string) => {
    const root = projectWith(body);
    return unknownDays(loadLedger(root), readProse(root, [])).map(describeProblem);
  };
  expect(daysIn('It was counted on 15 December and began on 27 October. <Cite ids="A21" />')).toEqual([]);
  expect(daysIn('It was counted on 16 December. <Cite ids="A21" />')).toEqual([
    `${FILE}:8: found 16 December, a day that no row cited in this text has; expected <Cite> of the row that has it, or its day`,
  ]);
});

it('the words around which a term stands are its own', () => {
  const said = (words: string) => proseProblems(`The <Term id="mndaa">${words}</Term> came.`);
  expect(['MNDAA', 'Myanmar National Democratic Alliance Army', 'mndaa 2'].flatMap(said)).toEqual([]);
  expect(said('Arakan Army')).toEqual([
    `${FILE}:8 "Term id": found "mndaa" around "Arakan Army"; expected a form of MNDAA that content/glossary.csv gives`,
  ]);
});

it('a link leads to this site, or to the host of a source', () => {
  expect(proseProblems('[Words](https://elsewhere.example/).')).toEqual([
    `${FILE}:8: found "https://elsewhere.example/"; expected the address of a source in content/sources.csv`,
  ]);
});
