import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../../src/site/checks/check-prose.ts';
import { proseProblems, proseProblemsIn } from './kit/problems.ts';
import { sectionFile, writeProject } from './kit/project.ts';

describe('sound prose', () => {
  it('has no problems', () => {
    expect(proseProblemsIn(writeProject())).toEqual([]);
  });

  it.each([
    'OCHA counted <Num id="A21" form="bare" unit /> people. <Cite ids="A21 t017 actor-mndaa term-mndaa" />',
    'An unsure count, seen once, is <Num id="A14" weak />.',
    'The rise was <Num id="d-idp-rise" />.{/* checked in November */}',
    'The <Term id="mndaa">MNDAA</Term>, in [another section](#china), in [the check](#claim-check), [on the timeline](timeline.html#event-t017) and [in full](https://example.org).',
    '<Events ids="t017" />\n\n<OnSite>\n\nThe alliance attacked.\n\n</OnSite>',
  ])('%s', (body) => {
    expect(proseProblems(body)).toEqual([]);
  });
});

describe('prose is refused if', () => {
  const file = sectionFile('what');
  it.each([
    [
      'a number does not exist',
      '<Num id="A99" />',
      `${file}:8 "Num id": found "A99"; expected the id of a number in content/data or content/derived.yaml`,
    ],
    [
      'a number is not in the first line',
      'One.\n\nTwo\nand <Num id="A99" />',
      `${file}:11 "Num id": found "A99"; expected the id of a number in content/data or content/derived.yaml`,
    ],
    [
      'a weak number is not called weak',
      '<Num id="A14" />',
      `${file}:8 "Num id": found "A14" of low confidence; expected a sounder number, or the attribute weak in a sentence that says how weak the number is`,
    ],
    [
      'a number has a value',
      '<Num id="A21" value="12" />',
      `${file}:8 "Num value": found "value"; expected no attribute but id, form, weak, unit`,
    ],
    ['a number has no id', '<Num />', `${file}:8 "Num id": found nothing; expected an id in quotes`],
    [
      'a number is computed on the spot',
      '<Num id={"A" + 21} />',
      `${file}:8 "Num id": found an expression in braces; expected text in quotes`,
    ],
    [
      'attributes are spread',
      '<Num {...props} id="A21" />',
      `${file}:8: found a spread attribute; expected attributes written out`,
    ],
    [
      'a cited row does not exist',
      'It fell. <Cite ids="A21 n-nothing" />',
      `${file}:8 "Cite ids": found "n-nothing"; expected the id of a row that can be cited`,
    ],
    [
      'a source is cited instead of a row',
      'It fell. <Cite ids="un-flash10" />',
      `${file}:8 "Cite ids": found "un-flash10"; expected the id of a row that can be cited`,
    ],
    [
      'a cited id means two things',
      'It fell. <Cite ids="mndaa" />',
      `${file}:8 "Cite ids": found "mndaa", both a term and an actor; expected "term-mndaa" or "actor-mndaa"`,
    ],
    [
      'a quantity in words is in no statement',
      '<Quoted id="A21" words="thousands" />',
      `${file}:8 "Quoted id": found "A21"; expected the id of a statement in content/statements.csv`,
    ],
    [
      'a quantity in words is not in its row',
      '<Quoted id="n-kokang-ceded" words="thousands" />',
      `${file}:8 "Quoted words": found "thousands"; expected words of n-kokang-ceded: "China ceded Kokang to British India in 1897."`,
    ],
    [
      'a term does not exist',
      '<Term id="tnla">TNLA</Term>',
      `${file}:8 "Term id": found "tnla"; expected the id of a term in content/glossary.csv`,
    ],
    [
      'an event does not exist',
      '<Events ids="t017 t999" />',
      `${file}:8 "Events ids": found "t999"; expected the id of an event in content/timeline.csv`,
    ],
    [
      'a link leads nowhere',
      'See [that](#weather).',
      `${file}:8: found "#weather"; expected a link to an id of this page`,
    ],
    [
      'a link is written in HTML',
      'See <a href="#weather">that</a>.',
      `${file}:8: found <a>; expected no HTML element: words, markdown, or one of ${COMPONENTS.join(', ')}`,
    ],
    [
      'something is computed',
      'It lost {6 * 2} towns.',
      `${file}:8: found the expression "{6 * 2}"; expected words and components only: what stands in braces would run`,
    ],
    [
      'something is imported',
      'import X from "./x.js"\n\nWords.',
      `${file}:8: found an import or export, "import X from "./x.js""; expected words and components only`,
    ],
  ])('%s', (_, body, expected) => {
    expect(proseProblems(body)).toEqual([expected]);
  });

  it('a component is unknown', () => {
    expect(proseProblems('<Chart id="x" />')[0]).toMatch(
      /^content\/sections\/02-what\.mdx:8: found <Chart>; expected one of Actors, Assessments, ShortForm, Casualties, Cite/,
    );
  });

  it('a tag is not closed', () => {
    expect(proseProblems('Words.\n\nMore <OnSite>words.')).toEqual([
      expect.stringMatching(/^content\/sections\/02-what\.mdx:10: found Expected a closing tag for `<OnSite>`/),
    ]);
  });

  it('a figure stands in another section', () => {
    const problems = proseProblems('<Figure id="positions-lost" />');
    expect(problems).toContain(
      `${file}:8 "Figure id": found "positions-lost" in the section what; expected the section losses, which its card names`,
    );
  });

  it('a figure stands twice, or nowhere', () => {
    const twice = '<Figure id="positions-lost" />\n\n<Figure id="positions-lost" />';
    expect(proseProblems(twice, 'losses')).toEqual([
      `${sectionFile('losses')}:10 "Figure id": found "positions-lost" again; expected each figure once`,
    ]);
    expect(proseProblems('Words.', 'losses')).toEqual([
      'content/sections: found no <Figure id="positions-lost" />; expected one, in the section losses',
    ]);
  });

  it('what bears the ids of claims and judgements is missing or doubled, in whichever section', () => {
    expect(proseProblems('Words.', 'turning-point')).toEqual([
      'content/sections: found no <ClaimStrip />; expected one, in whichever section',
      'content/sections: found no <KeyAssessments />; expected one, in whichever section',
    ]);
    expect(proseProblems('<ClaimStrip />')).toEqual([
      `${sectionFile('turning-point')}:10: found <ClaimStrip /> again; expected one on the whole site (the first is in ${file})`,
    ]);
  });
});
