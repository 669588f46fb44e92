import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/data/errors.ts';
import { lintNumbers } from '../../src/data/checks/number-lint/lint-numbers.ts';
import { edit, projectWith, sectionFile, writeProject } from './kit/project.ts';

/** `file:line "field": found "…"`, without the help that follows. */
function refusalsIn(root: string, rowIds: string[] = []): string[] {
  return lintNumbers(root, rowIds).map((problem) => describeProblem(problem).replace(/ in “.*$/s, ''));
}

describe('lintNumbers', () => {
  it('finds nothing in a sound project', () => {
    expect(refusalsIn(writeProject(), ['A14'])).toEqual([]);
  });

  it('says what was typed, where, and what to write instead', () => {
    const root = projectWith(
      'First line.\n\nBy the count of the alliance\nitself, some 2,389 soldiers and their relatives gave up.',
    );
    expect(lintNumbers(root, ['A14']).map(describeProblem)).toEqual([
      'content/sections/02-what.mdx:11: found "2,389" in “… of the alliance itself, some 2,389 soldiers and their relatives gave …”; ' +
        'expected a reference such as <Num id="…"/>, a date, an ordinal, a name listed in content/numbered-names.yaml, or a number under ten that counts something',
    ]);
  });

  it.each([
    ['a heading', '### The fall of twelve towns', ':8: found "twelve"'],
    ['a list', '- One.\n- It took\n  12 towns.', ':10: found "12"'],
    ['a table', '| a | b |\n| --- | --- |\n| towns | 12 |', ':10: found "12"'],
    ['a quotation', '> It took\n> 12 towns.', ':9: found "12"'],
    ['bold and link text', 'It took **12** [of 14](#china) towns.', ':8: found "12"'],
    ['a number broken by emphasis', 'About two *million* people.', ':8: found "two million"'],
    ['a character reference', 'It took &#49;2 towns.', ':8: found "12"'],
    ['a component', '<OnSite>\n\nIt took 12 towns.\n\n</OnSite>', ':10: found "12"'],
    ['words of a component in a sentence', 'A <Term id="mndaa">force of 12</Term>.', ':8: found "12"'],
    ['an attribute', '<Places ids="TN14"\n  caption="The 12 towns" />', ':9 "caption": found "12"'],
    ['a unit', '<Num id="A21" unit="thousand people" />', ':8 "unit": found "thousand"'],
    ['a picture', '![The 12 towns](map.svg)', ':8: found "12"'],
    ['a link title', '[Towns](#china "The 12 towns")', ':8: found "12"'],
    ['a sentence after a reference', '<Num id="A21" /> million people fled.', ':8: found "million"'],
  ])('reads %s', (_, body, expected) => {
    expect(refusalsIn(projectWith(body), ['A14'])[0]).toBe(`content/sections/02-what.mdx${expected}`);
  });

  it('does not read ids, addresses and code', () => {
    const root = projectWith('See <Cite ids="A21 TN14" />, [it](https://example.org/2389) and `A21`.{/* 2,389 */}');
    expect(refusalsIn(root, ['A14'])).toEqual([]);
  });

  it.each([
    [sectionFile('glance'), 'in one full sentence', 'in 12 full sentences', ':5 "finding": found "12"'],
    [
      sectionFile('glance'),
      'order: 1',
      'order: 1\nunknowns:\n  - question: >-\n      Who counted\n      the 65 townships?\n    who_would_know: Nobody\n    since: October 2023',
      ':7 "unknowns.0.question": found "65"',
    ],
    [
      'content/figures/positions-lost.yaml',
      'Military positions reported lost, November 2023',
      'Twelve positions, November 2023',
      ':9 "subtitle": found "Twelve"',
    ],
    [
      'content/figures/positions-lost.yaml',
      'text: the independent count',
      'text: more than 180',
      ' "annotations.1.text": found "180"',
    ],
    ['content/site.yaml', '{A21} people', '660,000 people', ' "description": found "660,000"'],
    ['content/changes.yaml', 'First edition', 'Ten sections in the first edition', ' "0.text": found "Ten"'],
    ['content/key-numbers.yaml', 'is lower', 'is a third of that', ' "0.caveat": found "a third of"'],
    ['content/derived.yaml', 'over three months', 'over fifteen months', ' "0.meaning": found "fifteen"'],
    ['content/derived.yaml', 'unit: people', 'unit: thousand people', ' "0.unit": found "thousand"'],
  ])('reads %s', (file, from, to, expected) => {
    const root = writeProject();
    edit(root, file, from, to);
    const found = refusalsIn(root, ['A14']).map((problem) =>
      problem.replace(/:\d+( "(?!finding|unknowns|subtitle))/, '$1'),
    );
    expect(found).toEqual([`${file}${expected}`]);
  });

  it('takes the id of a row for a name, and no other code', () => {
    const root = writeProject();
    expect(refusalsIn(root)).toEqual([expect.stringMatching(/positions-lost\.yaml:\d+ "notes\.0": found "A14"/)]);
  });

  it('takes a name only as it is listed', () => {
    const root = projectWith('Operation 1027 is listed; operation 1027 and Operation 1028 are not.');
    expect(refusalsIn(root, ['A14'])).toEqual([
      'content/sections/02-what.mdx:8: found "1027"',
      'content/sections/02-what.mdx:8: found "1028"',
    ]);
  });
});
