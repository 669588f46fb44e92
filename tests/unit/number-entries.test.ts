import { describe, expect, it } from 'vitest';
import { safeLinesHold } from '../../src/data/checks/check-safe-lines.ts';
import { describeProblem } from '../../src/data/errors.ts';
import type { SafeLine } from '../../src/data/schemas/safe-line.ts';
import { correctionsOf, noteInWords, numberEntries, unusedLines } from '../../src/site/number-entries.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { edit, sectionFile, writeProject } from './kit/project.ts';

describe('a line of what can be printed', () => {
  const faultsOf = (line: Partial<SafeLine>) => {
    const ledger = smallLedger();
    ledger.safeLines = new Map([['A21', { id: 'A21', brief: false, own_page: false, ...line } as SafeLine]]);
    return safeLinesHold(ledger).map(describeProblem);
  };

  it('holds its number, the year, and few enough words to be printed', () => {
    expect(faultsOf({ write: 'By December 2023 OCHA had counted {A21} people.' })).toEqual([]);
    expect(faultsOf({ write: 'By December 2023 OCHA had counted {B25} people.' })).toEqual([
      expect.stringContaining('expected a sentence with {A21} in it'),
    ]);
    expect(faultsOf({ write: 'By December OCHA had counted {A21} people.' })).toEqual([
      expect.stringContaining('expected the year in which it was so'),
    ]);
    expect(faultsOf({ write: `In 2023 OCHA counted {A21} ${'and so on '.repeat(20)}.` })).toEqual([
      expect.stringContaining('expected at most 50'),
    ]);
  });

  it('is about a number there is, or says what it is about', () => {
    expect(faultsOf({ id: 'A99', write: 'In 2023 OCHA counted {A21} people.' })).toEqual([
      expect.stringContaining('"id": found "A99"; expected the id of a number, or "words"'),
    ]);
    expect(faultsOf({ id: 'bases', words: 'the bases', avoid: '“Four bases.” No list of them exists.' })).toEqual([]);
  });
});

describe('the entries of numbers', () => {
  it('name other rows in their notes as the counts they are, with their days', () => {
    const ledger = smallLedger();
    expect(noteInWords(ledger, 'Lower than A21, unlike Z99.')).toBe(
      'Lower than the count of 15 Dec 2023 (more than 660,000), unlike Z99.',
    );
    expect(noteInWords(ledger, 'Repeated on 2023-12-16 (A21).')).toBe('Repeated on 16 Dec 2023 (OCHA, 15 Dec 2023).');
    change(ledger.observations, 'A21', { as_of: null });
    expect(noteInWords(ledger, 'Lower than A21.')).toBe('Lower than the count of more than 660,000.');
  });

  it('stand under the section that is the first to use them, with every use, and other counts of the same within seven days', () => {
    const ledger = smallLedger();
    const root = writeProject(ledger);
    edit(
      root,
      sectionFile('losses'),
      'The alliance counted',
      'It was <Num id="B005" /> and <Num id="B005" />. <Cite ids="B005" />\n\nThe alliance counted',
    );
    const groups = numberEntries(ledger, root);
    const entry = groups.flatMap(({ entries }) => entries).find(({ number }) => number.id === 'B005')!;
    expect(groups.find(({ entries }) => entries.includes(entry))!.section).toBe('losses');
    expect(entry.uses.map(({ label }) => label)).toEqual(['losses note 1', 'figure 1']);
    expect(entry.nearbyCounts.map(({ id }) => id)).toEqual(['B007']);
    const first = groups[0]!.entries[0]!;
    expect([groups[0]!.section, first.number.id, first.uses[0]!.label]).toEqual(['glance', 'A21', 'key number']);
  });

  it('say when what they are about was corrected, numbers and words alike', () => {
    const ledger = smallLedger();
    const correction = { ...[...ledger.changes.values()][0]!, id: 'change-count', kind: 'correction' as const };
    ledger.changes.set('change-count', { ...correction, where: ['number-B005', 'number-bases', 'losses'] });
    expect(['B005', 'bases', 'B007'].map((id) => correctionsOf(ledger, id).length)).toEqual([1, 1, 0]);
  });

  it('are missed where neither text nor figure uses the number', () => {
    const ledger = smallLedger();
    ledger.safeLines = new Map(
      ['A21', 'H04'].map((id) => [
        id,
        { id, write: `In 2023 it was {${id}}, somebody counted.`, brief: false, own_page: false },
      ]),
    );
    expect(unusedLines(ledger, writeProject(ledger)).map(describeProblem)).toEqual([
      expect.stringContaining('found "H04", which nothing uses; expected a number of the text or of a figure'),
    ]);
  });
});
