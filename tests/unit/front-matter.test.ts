import { describe, expect, it } from 'vitest';
import { sectionIds } from '../../src/data/sections.ts';
import { proseProblemsIn } from './kit/problems.ts';
import { edit, sectionFile, sectionText, write, writeProject } from './kit/project.ts';

describe('front matter is refused if', () => {
  const file = sectionFile('glance');
  it.each([
    [
      'it is missing',
      '---\nid: glance',
      'id: glance',
      `${file}:1: found no front matter; expected a block between two lines of three dashes`,
    ],
    [
      'it is not YAML',
      'title: About glance',
      'title: "About',
      `${file}:4: found Missing closing "quote; expected well-formed YAML`,
    ],
    [
      'the id is no id',
      'id: glance',
      'id: At a glance',
      `${file}:2 "id": found "At a glance"; expected an id of lower-case letters and hyphens`,
    ],
    ['the order is not a number', 'order: 1', 'order: first', `${file}:3 "order": found "first"; expected a number`],
    [
      'the finding is two sentences',
      'full sentence.',
      'full sentence. And another.',
      `${file}:5 "finding": found "What this section found, in one full sentence. And another."; expected one sentence`,
    ],
    [
      'the finding is too short',
      'What this section found, in one full sentence.',
      'Little.',
      `${file}:5 "finding": found "Little."; expected a full sentence`,
    ],
    [
      'a field is unknown',
      'order: 1',
      'order: 1\nsummary: x',
      `${file}:4 "summary": found the field "summary"; expected only known fields`,
    ],
    [
      'the finding names no number',
      'in one full sentence.',
      'in {A99} sentences.',
      `${file}:5 "finding": found "{A99}"; expected the id of a number in content/data or content/derived.yaml`,
    ],
    [
      'an open question has no date',
      'order: 1',
      'order: 1\nunknowns:\n  - question: Who knows?\n    who_would_know: Nobody',
      `${file}:5 "unknowns.0.since": found nothing; expected a date in words or in quotes`,
    ],
    [
      'an open question says more than it asks',
      'order: 1',
      'order: 1\nunknowns:\n  - question: Who knows? Nobody does.\n    who_would_know: Nobody\n    since: October 2023',
      `${file}:5 "unknowns.0.question": found "Who knows? Nobody does."; expected one question`,
    ],
    [
      'three open questions tell most',
      'order: 1',
      `order: 1\nunknowns:${'\n  - question: Who knows?\n    who_would_know: Nobody\n    since: October 2023\n    telling: true'.repeat(3)}`,
      `${file}:4 "unknowns": found "[{"question":"Who knows?","who_would_know":"Nobody","since":"October 2023","t…"; expected at most two questions that are telling`,
    ],
    [
      'an open question refers to a number that does not exist',
      'order: 1',
      'order: 1\nunknowns:\n  - question: Who are the {A99}?\n    who_would_know: Nobody\n    since: October 2023',
      `${file}:5 "unknowns.0.question": found "{A99}"; expected the id of a number in content/data or content/derived.yaml`,
    ],
  ])('%s', (_, from, to, expected) => {
    const root = writeProject();
    edit(root, file, from, to);
    expect(proseProblemsIn(root)).toContain(expected);
  });
});

describe('sections', () => {
  it('stand in the order of their numbers, and a new one can stand between two others', () => {
    const root = writeProject();
    write(
      root,
      'content/sections/02.5-why.mdx',
      sectionText('what').replace('what', 'why').replace('order: 2', 'order: 2.5'),
    );
    expect(proseProblemsIn(root)).toEqual([]);
    expect(sectionIds(root).slice(1, 4)).toEqual(['what', 'why', 'who']);
  });

  it('have an id and a place of their own', () => {
    const root = writeProject();
    write(root, 'content/sections/02.5-what.mdx', sectionText('what').replace('order: 2', 'order: 2.5'));
    write(root, 'content/sections/02-why.mdx', sectionText('what').replace('what', 'why'));
    expect(proseProblemsIn(root)).toEqual([
      'content/sections/02-why.mdx:3 "order": found 2 again; expected a place of its own ' +
        '(content/sections/02-what.mdx has it; to stand between two others it can be a number such as 6.5)',
      'content/sections/02.5-what.mdx:2 "id": found "what" again; expected an id of its own (content/sections/02-what.mdx has it)',
    ]);
  });

  it('stand in files named after them', () => {
    const root = writeProject();
    edit(root, sectionFile('what'), 'order: 2', 'order: 2.5');
    expect(proseProblemsIn(root)).toEqual([
      `${sectionFile('what')}:2 "id": found "what" with order 2.5; expected the file name content/sections/02.5-what.mdx, or what this file’s name says`,
    ]);
  });
});
