import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { numbersIn } from '../../src/data/checks/check-old-numbers.ts';
import type { Change } from '../../src/data/schemas/change.ts';
import { problemsAfter } from './kit/ledger.ts';
import { edit, projectWith, sectionFile, write, writeProject } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

/** Makes a project whose first state is in a repository; it is put there once, and copied. */
function committedProject(): string {
  const root = tempFolder();
  cpSync(committed, root, { recursive: true });
  return root;
}

let committed: string;
beforeAll(() => {
  committed = writeProject();
  commit(committed);
});

function commit(root: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: root });
  git('init', '-q', '--template=');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
}

describe('numbers in words and digits', () => {
  it.each([
    ['They counted 660,000 people.', [660_000]],
    ['They counted six hundred and sixty thousand people.', [660_000]],
    ['It was 2.6 million, or 40 per cent.', [2_600_000, 40]],
    ['Between 18–45 of them on 27 October 2023.', [18, 45]],
    ['Two dozen towns and a third of the rest, thousands said.', [24]],
  ])('reads %s', (text, values) => {
    expect(numbersIn(text)).toEqual(values);
  });
});

describe('after a change of a number', () => {
  it('every other place that says the old one is named, in digits or in words', () => {
    const root = committedProject();
    edit(root, 'content/data/displacement.csv', ',660000,', ',670000,');
    edit(root, 'content/claims.csv', 'The pace is confirmed for the first weeks.', '"OCHA had 660,000 by then."');
    edit(root, 'content/statements.csv', 'China ceded', 'Six hundred and sixty thousand people later China ceded');
    const { warnings } = checkContent(root);
    expect(warnings).toEqual([
      'content/claims.csv:2 "verdict_reason": found "660,000", which A21 no longer says (now 670,000), in “OCHA had 660,000 by then.”; expected the present number, or words that say whose other number it is',
      expect.stringMatching(/^content\/statements\.csv:2 "statement": found "Six hundred and sixty thousand"/),
    ]);
  });

  it('computed numbers that change with it are looked for too', () => {
    const root = committedProject();
    edit(root, 'content/data/displacement.csv', ',1976400,', ',1976500,');
    edit(root, 'content/claims.csv', 'The pace is confirmed for the first weeks.', '"It rose by 648,600."');
    expect(checkContent(root).warnings).toEqual([
      expect.stringContaining('"648,600", which d-idp-rise no longer says'),
    ]);
  });

  it('a small number is looked for before its unit only', () => {
    const root = committedProject();
    edit(root, 'content/data/positions.csv', ',106,', ',107,');
    edit(root, 'content/data/positions.csv', ',125,', ',60,');
    const second = ',60,';
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qam', 'second'], {
      cwd: root,
    });
    edit(root, 'content/data/positions.csv', second, ',61,');
    edit(root, 'content/claims.csv', 'The pace is confirmed', '60 positions fell; 60 villages burned');
    expect(checkContent(root).warnings).toEqual([expect.stringMatching(/found "60".*in “60 positions fell/)]);
  });

  it('nothing is said where there is no repository', () => {
    const root = projectWith('It was 27 October 2023.', 'glance');
    edit(root, 'content/data/displacement.csv', ',660000,', ',670000,');
    expect(checkContent(root).warnings).toEqual([]);
  });
});

it('after a newer count, every place that calls an older one the last is named, but not one that follows the rows', () => {
  const root = committedProject();
  const row = readFileSync(join(root, 'content/data/positions.csv'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith('B007,')) as string;
  const body = 'The last count found was <Num id="B007" />. <Cite ids="B007" />';
  edit(root, sectionFile('losses'), 'The alliance counted', `${body}\n\nThe alliance counted`);
  edit(
    root,
    'content/data/positions.csv',
    row,
    `${row}\n${row.replace('B007', 'B008').replace('2023-11-05', '2023-11-06')}`,
  );
  const line = '- id: B007';
  edit(
    root,
    'content/safe-to-print.yaml',
    line,
    `- { id: B008, write: "In 2023 it was {B008}, somebody counted." }\n${line}`,
  );
  expect(checkContent(root).warnings).toContainEqual(
    expect.stringMatching(
      /^content\/sections\/.*losses\.mdx:8: found "last" in “The last count found was .*B008 of 2023-11-06 is newer/,
    ),
  );
  edit(
    root,
    sectionFile('losses'),
    '<Num id="B007" />. <Cite',
    '<Latest series="positions" scope="northern-shan" />. <Cite',
  );
  expect(checkContent(root).warnings.join()).not.toContain('is newer; expected words');
});

it('an id that is taken out of the list of published ones is named', () => {
  const root = writeProject();
  write(root, 'content/published-ids.txt', 'section glance\nsection what\n');
  commit(root);
  edit(root, 'content/published-ids.txt', 'section what\n', '');
  expect(() => checkContent(root)).toThrow('no “section what”, which the last commit had');
});

describe('a correction', () => {
  const correction: Change = {
    id: 'change-a21',
    date: '2026-11-24',
    version: '1.0.0',
    kind: 'correction',
    where: ['A21'],
    text: 'The number of people newly displaced was wrong.',
    was: 'more than 600,000 people on 15 December 2023',
    is: 'more than 660,000 people on 15 December 2023',
    why: 'The page of the UN says so.',
  };
  const newestFirst = (...changes: Change[]) =>
    problemsAfter((ledger) => {
      ledger.changes = new Map([...changes.map((one) => [one.id, one] as const), ...ledger.changes]);
    });

  it('says what its row says', () => {
    expect(newestFirst(correction)).toEqual([]);
    expect(newestFirst({ ...correction, is: 'more than 606,000 people on 15 December 2023' })).toEqual([
      expect.stringMatching(
        /^content\/changes\.yaml.* "is": found 606,000 in "more than 606,000 people .*"; expected what the row says \(A21: 660,000\), or a newer entry that names the row$/,
      ),
    ]);
  });

  it('stays true when the row changes later, with an entry of its own', () => {
    const { was: _was, is: _is, why: _why, ...update } = correction;
    expect(
      newestFirst(
        { ...update, id: 'change-later', kind: 'update', date: '2026-11-25' },
        { ...correction, is: '606,000' },
      ),
    ).toEqual([]);
  });
});
