import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { ContentError } from '../../src/data/errors.ts';
import { smallLedger } from './kit/ledger.ts';
import { edit, write, writeProject } from './kit/project.ts';
import { problemsIn } from './kit/problems.ts';

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

  it('shows faults of all kinds together, and none twice', () => {
    const root = writeProject();
    edit(root, 'content/data/positions.csv', ',125,', ',125 or so,');
    edit(root, 'content/glossary.csv', 'armed group', 'armed\u202e group');
    edit(root, 'content/timeline.csv', 'irr-2024-01-06', 'irr-1924');
    edit(root, 'content/figures/positions-lost.yaml', '- B017', '- B999');
    edit(root, 'content/derived.yaml', '- B25', '- B26');
    edit(root, 'content/sections/03-who.mdx', 'The alliance attacked', 'The alliance <Num id="Z9" /> took 12 towns');
    write(root, 'content/data/floods.csv', 'id\n');
    write(root, 'content/published-ids.txt', 'event t017\nevent t018\nindex.html#../../etc/passwd\n');
    expect(
      problemsIn(root)
        .map((problem) => problem.replace(/^content\/(.*?): found (.*?); expected .*$/, '$1 $2'))
        .sort(),
    ).toEqual([
      'data/floods.csv a file that nothing reads',
      'data/positions.csv:3 "value" "125 or so"',
      expect.stringMatching(/^derived\.yaml:\d+ "of\.0" "B26"$/),
      expect.stringMatching(/^figures\/positions-lost\.yaml:\d+ "dots\.0\.rows\.0" "B999"$/),
      'glossary.csv:2 "definition" a mark that turns the direction (U+202E) after “The armed”',
      'published-ids.txt:2 "event t018", which is no longer in the content',
      'published-ids.txt:3 "index.html#../../etc/passwd"',
      'sections/03-who.mdx:8 "12" in “The alliance [number] took 12 towns on 27 October 2023.”',
      'sections/03-who.mdx:8 "Num id" "Z9"',
      'timeline.csv:2 "source_ids" "irr-1924"',
    ]);
  });

  it.each([
    ['a table that is a folder', 'content/data/positions.csv', 'content/data/positions.csv: found a folder'],
    ['a list that is a folder', 'content/actors.yaml', 'content/actors.yaml: found a folder'],
    ['a folder of figures that is empty of them', 'content/figures', 'content/figures: found no such folder'],
  ])('does not call unknown what may stand in %s', (_, file, problem) => {
    const root = writeProject();
    rmSync(join(root, file), { recursive: true });
    if (!file.endsWith('figures')) mkdirSync(join(root, file));
    edit(root, 'content/data/places.csv', '97.7498', '118.7498');
    const problems = problemsIn(root);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain(problem);
    expect(problems[1]).toMatch(/^content\/data\/places\.csv:2 "lat": found [\d.]+, 118\.7498/);
  });

  it('does not call unknown what names a row whose own id is broken, and shows the rest', () => {
    const root = writeProject();
    edit(root, 'content/data/positions.csv', 'B017,', 'B 17,');
    edit(root, 'content/sections/03-who.mdx', 'The alliance', 'The alliance <Num id="Z9" />');
    write(root, 'content/published-ids.txt', 'place lost-town\n');
    expect(problemsIn(root)).toEqual([
      expect.stringContaining('"id": found "B 17"; expected an id'),
      expect.stringContaining('"Num id": found "Z9"; expected the id of a number'),
      expect.stringContaining('found "place lost-town", which is no longer in the content'),
    ]);
  });

  it('says once that a word of a row is in the letters of another script', () => {
    const root = writeProject();
    const name = [...smallLedger().places.values()][0]!.name;
    edit(root, 'content/data/places.csv', `,${name},`, `,${name.replace(/[ae]/, 'а')},`);
    expect(problemsIn(root)).toEqual([expect.stringMatching(/a word of Latin and Cyrillic letters \(а U\+0430\)/)]);
  });

  it.each([
    [
      'a cell',
      'content/glossary.csv',
      'armed group',
      'armed group '.repeat(300),
      '"definition": found 3615 characters',
    ],
    ['a heading', 'content/sections/01-glance.mdx', 'About', 'About '.repeat(20), '"title": found "About About'],
    ['a field', 'content/actors.yaml', 'type: ', `type: ${'a b '.repeat(600)}`, '"0.type": found 24'],
  ])('says with file and line that %s is too long', (_, file, from, to, found) => {
    const root = writeProject();
    edit(root, file, from, to);
    expect(problemsIn(root)).toEqual([expect.stringContaining(found)]);
  });

  it('shows one screenful and counts the rest', () => {
    const root = writeProject();
    write(
      root,
      'content/sections/01-glance.mdx',
      `---\nid: glance\norder: 1\ntitle: At a glance\nfinding: What this section found, in one full sentence.\nhow_we_know: What was counted, by whom, and what could not be read.\n---\n\n${'It lost 12 towns.\n\n'.repeat(30)}`,
    );
    try {
      checkContent(root);
      expect.unreachable();
    } catch (error) {
      const lines = (error as ContentError).message.split('\n');
      expect(lines).toHaveLength(21);
      expect(lines[20]).toBe('… and 10 more, in content/sections/01-glance.mdx (10)');
    }
  });
});
