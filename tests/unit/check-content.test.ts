import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { describeProblem, ContentError } from '../../src/data/errors.ts';
import { smallLedger } from './kit/ledger.ts';
import { edit, write, writeProject } from './kit/project.ts';

function problemsIn(root: string): string[] {
  try {
    checkContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(describeProblem);
  }
}

describe('checkContent', () => {
  it('reads a sound project as it was written', () => {
    const written = smallLedger();
    const { ledger, warnings } = checkContent(writeProject(written));
    expect(ledger).toEqual(written);
    expect(warnings).toEqual([]);
  });

  it('says where it looked if there is no content', () => {
    expect(problemsIn('/nowhere')).toEqual([
      "/nowhere/content: found no such folder; expected the project's root, where content lies",
    ]);
  });

  it.each([
    'content/sources.csv',
    'content/site.yaml',
    'content/claims.csv',
    'content/data/facts.csv',
    'content/data/places.yaml',
    'content/numbered-names.yaml',
    'content/sections',
  ])('says that %s is missing', (file) => {
    const root = writeProject();
    rmSync(join(root, file), { recursive: true });
    expect(problemsIn(root).filter((problem) => problem.startsWith(file))[0]).toMatch(
      /: found no such (file|folder); expected/,
    );
  });

  it('knows the line of a fault in a card', () => {
    const root = writeProject();
    edit(root, 'content/figures/positions-lost.yaml', '- B017', '- B999');
    expect(problemsIn(root)).toEqual([
      expect.stringMatching(
        /^content\/figures\/positions-lost\.yaml:\d\d "dots\.0\.rows\.0": found "B999"; expected the id of a row in content\/data\/positions\.csv or content\/data\/facts\.csv$/,
      ),
    ]);
  });

  it('does not follow references into rows that could not be read', () => {
    const root = writeProject();
    edit(root, 'content/data/positions.csv', ',125,', ',125 or so,');
    expect(problemsIn(root)).toEqual([
      'content/data/positions.csv:3 "value": found "125 or so"; expected a number in digits, without separators',
    ]);
  });

  it('shows one screenful and counts the rest', () => {
    const root = writeProject();
    write(
      root,
      'content/sections/01-glance.mdx',
      `---\nid: glance\norder: 1\ntitle: At a glance\nfinding: What this section found, in one full sentence.\n---\n\n${'It lost 12 towns.\n\n'.repeat(30)}`,
    );
    try {
      checkContent(root);
      expect.unreachable();
    } catch (error) {
      const lines = (error as ContentError).message.split('\n');
      expect(lines).toHaveLength(21);
      expect(lines[20]).toBe('… and 10 more');
    }
  });
});
