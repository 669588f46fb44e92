import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveNumber } from '../../src/data/numbers.ts';
import { proseNotes } from '../../src/data/notes.ts';
import { attributeOf, elementsOf } from '../../src/build/html-tree.ts';
import { numberAddress, NUMBERS_PAGE, prosePage } from '../../src/site/addresses.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { countOfNumbers, printedNumbers, writtenNumbers, type WrittenNumber } from './kit/prose-numbers.ts';
import { ledger } from './kit/faults.ts';
import { elementsById } from './kit/words.ts';

const SNAPSHOT = 'tests/snapshots/prose-numbers.txt';

const entries = elementsById(parseBuilt(NUMBERS_PAGE));
const notes = new Map(proseNotes(ROOT).map((entry) => [entry.series, entry.notes]));
const texts = writtenNumbers(ROOT).map((entry) => ({
  ...entry,
  printed: printedNumbers(parseBuilt(prosePage(entry)), entry.series),
}));

describe.each(texts)('the numbers in the prose of $series', ({ series, numbers, printed }) => {
  it('are those of the rows the text names, each with its hedge', () => {
    expect(printed.map(({ words }) => words)).toEqual(numbers.map(wordsWanted));
  });

  it('lead to the entry of their row, which has its value', () => {
    expect(printed.map(({ href }) => href.replace(/^\.\.\//, ''))).toEqual(numbers.map(numberAddress));
    for (const { id } of numbers) {
      const value = [...elementsOf(entries.get(`number-${id}`)!)].find(({ tagName }) => tagName === 'data');
      expect(attributeOf(value!, 'value')).toBe(String(resolveNumber(ledger, id).value));
    }
  });

  it('each stand in a block that leads to the note with their row', () => {
    const strays = numbers.filter(({ id }, index) => {
      const note = notes.get(series)?.find(({ n }) => String(n) === printed[index]?.note);
      return !note?.numbers.includes(id);
    });
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

it('no number of the explainer stands outside the sections', () => {
  const stories = texts.filter(({ section, series }) => series === section);
  expect(countOfNumbers(parseBuilt('index.html'))).toBe(stories.reduce((sum, { numbers }) => sum + numbers.length, 0));
});

/** A reference to another row may print a number that looks right; here a reviewer sees which row it was and which it is. */
it(`every number in the prose is as in ${SNAPSHOT}`, () => {
  const lines = texts.flatMap(({ series, numbers, printed }) =>
    numbers.map(({ id }, index) =>
      [series, printed[index]?.note, id, printed[index]?.words, printed[index]?.sentence].join(' | '),
    ),
  );
  const text = `${lines.join('\n')}\n`;
  const file = join(ROOT, SNAPSHOT);
  if (process.env['UPDATE'] === 'words') writeFileSync(file, text);
  expect(existsSync(file), `${SNAPSHOT} is missing: write it with npm run snapshots`).toBe(true);
  expect(
    text,
    'A number, its row or its sentence changed. If you meant it: npm run snapshots, and look at the difference before you commit it.',
  ).toBe(readFileSync(file, 'utf8'));
});

function wordsWanted({ id, isBare, withUnit }: WrittenNumber): string {
  const { text, bare, unit } = resolveNumber(ledger, id);
  const after = withUnit ? unit : unit.startsWith('per cent') ? 'per cent' : '';
  return [isBare ? bare : text, after].filter(Boolean).join(' ');
}
