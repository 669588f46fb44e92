import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveNumber } from '../../src/data/numbers.ts';
import { sectionNotes } from '../../src/data/notes.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { countOfNumbers, printedNumbers, writtenNumbers, type WrittenNumber } from './kit/prose-numbers.ts';
import { ledger } from './kit/faults.ts';

const SNAPSHOT = 'tests/snapshots/prose-numbers.txt';

const page = parseBuilt('index.html');
const notes = new Map(sectionNotes(ROOT).map((entry) => [entry.section, entry.notes]));
const sections = writtenNumbers(ROOT).map((entry) => ({ ...entry, printed: printedNumbers(page, entry.section) }));

describe.each(sections)('the numbers in the prose of $section', ({ section, numbers, printed }) => {
  it('are those of the rows the text names, each with its hedge', () => {
    expect(printed.map(({ words }) => words)).toEqual(numbers.map(wordsWanted));
  });

  it('carry the value of their row', () => {
    expect(printed.map(({ value }) => value)).toEqual(numbers.map(({ id }) => String(resolveNumber(ledger, id).value)));
  });

  it('each stand in a block that leads to the note with their row', () => {
    const strays = numbers.filter(({ id }, index) => {
      const note = notes.get(section)?.find(({ n }) => String(n) === printed[index]?.note);
      return !note?.numbers.includes(id);
    });
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

it('no number stands outside the sections', () => {
  expect(countOfNumbers(page)).toBe(sections.reduce((sum, { numbers }) => sum + numbers.length, 0));
});

/** A reference to another row may print a number that looks right; here a reviewer sees which row it was and which it is. */
it(`every number in the prose is as in ${SNAPSHOT}`, () => {
  const lines = sections.flatMap(({ section, numbers, printed }) =>
    numbers.map(({ id }, index) =>
      [section, printed[index]?.note, id, printed[index]?.words, printed[index]?.sentence].join(' | '),
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
