import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/data/errors.ts';
import { proseNotes } from '../../src/data/notes.ts';
import { checkProse } from '../../src/site/checks/check-prose.ts';
import { smallLedger } from './kit/ledger.ts';
import { sectionFile, write, writeProject } from './kit/project.ts';

const FILE = sectionFile('losses').replace('sections', 'record');

/** A project in which the section `losses` has a record with this body, which begins on line 5. */
function projectWith(body: string, { section = 'losses', file = FILE } = {}): string {
  const root = writeProject();
  write(root, file, `---\nsection: ${section}\n---\n\n${body}\n`);
  return root;
}

const problemsOf = (root: string) => checkProse(root, smallLedger()).map(describeProblem);

describe('a section’s record', () => {
  it('may hold what a section may, and be left out', () => {
    expect(
      problemsOf(projectWith('<Places ids="TN14" caption="Towns" />\n\nSee [there](s/losses.html#losses-record).')),
    ).toEqual([]);
    expect(problemsOf(writeProject())).toEqual([]);
  });

  it('has notes of its own, after those of the section', () => {
    const root = projectWith('OCHA counted <Num id="A21" />.');
    expect(
      proseNotes(root)
        .filter(({ section }) => section === 'losses')
        .map(({ series, notes }) => [series, notes.map(({ n, numbers }) => [n, numbers])]),
    ).toEqual([
      ['losses', [[1, ['B007']]]],
      ['losses-record', [[1, ['A21']]]],
    ]);
  });

  it.each([
    [
      'refers to a row that is not there',
      projectWith('OCHA counted <Num id="A99" />.'),
      `${FILE}:5 "Num id": found "A99"; expected the id of a number in content/data or content/derived.yaml`,
    ],
    [
      'holds what the explainer shows',
      projectWith('<Figure id="positions-lost" />'),
      `${FILE}:5: found <Figure>; expected it in content/sections: the explainer shows it`,
    ],
    [
      'bears the name of another section’s file',
      projectWith('Words.', { section: 'what' }),
      `${FILE}:2 "section": found "what"; expected the file name ${sectionFile('what').replace('sections', 'record')}, that of its section in content/sections`,
    ],
  ])('is refused if it %s', (_, root, problem) => {
    expect(problemsOf(root)).toEqual([problem]);
  });
});
