import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { findNumbers } from '../../src/data/checks/number-lint/find-numbers.ts';
import { findSmallCasualties } from '../../src/data/checks/number-lint/small-casualties.ts';
import { edit, projectWith, sectionFile } from './kit/project.ts';
import { problemsIn } from './kit/problems.ts';

const FILE = sectionFile('civilians');

describe('numbers in disguise', () => {
  it.each([
    'It held about a third.',
    'It fell by a quarter.',
    'They outnumbered them two to one.',
    'It took half of the towns.',
    'One in four fled.',
    'There were 三百 of them.',
    'There were 三个 of them.',
    'There were ၁၂၀ of them.',
  ])('are found in: %s', (text) => {
    expect(findNumbers(text)).toHaveLength(1);
  });

  it.each([
    'It had a third aim.',
    'The third quarter of the year began.',
    'The 三兄弟联盟 attacked.',
    'From one side to one of the others.',
  ])('are not seen in: %s', (text) => {
    expect(findNumbers(text)).toEqual([]);
  });
});

describe('deaths and injuries under ten', () => {
  it.each([
    'Seven people died.',
    'A few civilians were killed.',
    'It left a couple of people dead.',
    'Five were hurt.',
    'It killed six, and more.',
    'There were 3 civilian deaths.',
  ])('are found in: %s', (text) => {
    expect(findSmallCasualties(text)).toHaveLength(1);
  });

  it.each(['Three armed groups attacked.', 'Two towns fell and people died.', 'It killed six hundred people.'])(
    'are not seen in: %s',
    (text) => {
      expect(findSmallCasualties(text)).toEqual([]);
    },
  );

  it('must stand in a row that their paragraph cites', () => {
    const root = projectWith('Seven people died. <Cite ids="n-kokang-ceded" />', 'civilians');
    expect(problemsIn(root)).toEqual([
      `${FILE}:8: found "Seven people died", which no row cited in its paragraph says; expected <Num id="…" />, or <Cite> of a row that says this number`,
    ]);
    edit(root, 'content/statements.csv', 'China ceded', '7 people died when China ceded');
    expect(problemsIn(root)).toEqual([]);
  });
});

it('a paragraph without a source is a warning, unless it is short', () => {
  const long = 'It was a long story, and nobody said who had told it. '.repeat(4);
  const root = projectWith(`${long}\n\nIt was short.\n\n${long} <Cite ids="A21" />`, 'civilians');
  expect(checkContent(root).warnings).toEqual([
    expect.stringContaining(`${FILE}:8: found a paragraph without a source: "It was a long story`),
  ]);
});
