import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMPONENTS, REQUIRED } from '../../src/site/checks/prose-components.ts';
import { splitIds } from '../../src/data/mdx.ts';
import { proseProblems } from './kit/problems.ts';
import { sectionFile } from './kit/project.ts';

/** Put into the page by code, never written by hand. */
const BY_CODE = ['SectionNotes', 'Unknowns'];

const MDX_COMPONENTS = readFileSync(
  fileURLToPath(new URL('../../src/components/mdx-components.ts', import.meta.url)),
  'utf8',
);

/** What is wrong with a body of the section `what`, without the name of its file. */
function faultsOf(body: string): string[] {
  return proseProblems(body).map((line) => line.replace(`${sectionFile('what')}:8`, '').trim());
}

describe('the components prose may use', () => {
  it('are those the pages can draw', () => {
    const names = /export const mdxComponents[^{]*\{([^}]*)\}/.exec(MDX_COMPONENTS)?.[1]?.match(/\w+/g) ?? [];
    expect(names.length).toBeGreaterThan(10);
    expect([...COMPONENTS].sort()).toEqual(names.filter((name) => !BY_CODE.includes(name)).sort());
  });

  it('need all attributes but switches and the form of a number', () => {
    expect(REQUIRED).toMatchObject({
      Num: ['id'],
      Cite: ['ids'],
      Places: ['ids', 'caption'],
      Assessments: ['leaning'],
      SafeToPrint: [],
    });
  });
});

describe('a switch', () => {
  it.each(['<Num id="A14" weak unit />', '<Places ids="TN14" caption="Towns" folded />'])(
    'is on by being there: %s',
    (body) => {
      expect(faultsOf(body)).toEqual([]);
    },
  );

  it.each([
    [
      '<KeyNumbers caveats="false" />',
      '"KeyNumbers caveats": found caveats="false"; expected caveats alone for yes, or no caveats at all for no',
    ],
    [
      '<KeyNumbers caveats={false} />',
      '"KeyNumbers caveats": found caveats={false}; expected caveats alone for yes, or no caveats at all for no',
    ],
    [
      '<Num id="A21" unit="no" />',
      '"Num unit": found unit="no"; expected unit alone for yes, or no unit at all for no',
    ],
    ['<Num id="A14" weak="" />', '"Num weak": found weak=""; expected weak alone for yes, or no weak at all for no'],
  ])('takes no value: %s', (body, expected) => {
    expect(faultsOf(body)).toEqual([expected]);
  });
});

describe('an attribute', () => {
  it.each([
    ['<Num id="A21" form="short" />', '"Num form": found "short"; expected one of full, bare'],
    [
      '<Assessments leaning="both" />',
      '"Assessments leaning": found "both"; expected one of for, against, looking-back',
    ],
    ['<Assessments />', '"Assessments leaning": found nothing; expected one of for, against, looking-back'],
    ['<Places ids="TN14" />', '"Places caption": found nothing; expected words in quotes'],
    ['<Num id="" />', '"Num id": found nothing; expected an id in quotes'],
    ['<Num id="A21" id="A22" />', '"Num id": found it again; expected each attribute once'],
    ['<KeyNumbers max="3" />', '"KeyNumbers max": found "max"; expected no attribute but caveats'],
  ])('is refused in %s', (body, expected) => {
    expect(faultsOf(body)).toEqual([expected]);
  });

  it('may hold ids with stray spaces', () => {
    expect(faultsOf('It fell. <Cite ids=" A21  n-kokang-ceded " />')).toEqual([]);
    expect(splitIds('\n  t017\tt018 ')).toEqual(['t017', 't018']);
    expect(splitIds('  ')).toEqual([]);
  });
});

describe('what would hide a number', () => {
  it.each([
    ['It lost `12` towns.', ': found "12"; expected plain words: code would slip past the number check'],
    [
      '    ten towns\n\n```\nten towns\n```',
      ': found "ten towns"; expected plain words: code would slip past the number check',
    ],
    ['It lost <code>many</code> towns.', ': found <code>; expected no HTML element: words, markdown, or one of'],
  ])('is refused: %s', (body, expected) => {
    expect(faultsOf(body).at(-1)).toContain(expected.slice(1).trim());
  });
});

it('a dated map stands before a paragraph, whole or in the short form', () => {
  const map = '<StepMap day="2024-09-01" names="lashio laukkai" />';
  const alone = 'found <StepMap /> alone; expected a paragraph right after it';
  const isAlone = (body: string) => faultsOf(body).some((fault) => fault.endsWith(alone));
  expect(isAlone(`${map}\n\n### A head\n\nWords.`)).toBe(true);
  expect(isAlone(map)).toBe(true);
  expect(isAlone(`${map}\n\nWords.`)).toBe(false);
  expect(isAlone(`${map}\n\n<ShortForm>\n\nWords.\n\n</ShortForm>`)).toBe(false);
});

describe('a link', () => {
  it.each([
    '<Places ids="TN14" caption="Towns" />\n\nAt [Lashio](#place-lashio).',
    '<Assessments leaning="for" />\n\nAs [Lee](#v-lee) said.',
    '<Actors />\n\nThe [MNDAA](#actor-mndaa).',
    '[A figure](#positions-lost), [a row of it](#positions-lost-B007), [its rows](figures/positions-lost.csv), [a claim](index.html#claim-12).',
    '[A source](sources.html#source-un-flash10), [a term](names.html#term-mndaa), [a group](names.html#actor-mndaa), [a dataset](datasets.html#dataset-places), [its rows](data/places.csv).',
    '[All sources](sources.html), [what changed](changes.html#change-first-edition), [elsewhere](https://example.org/#x).',
  ])('may lead to what is there: %s', (body) => {
    expect(faultsOf(body)).toEqual([]);
  });

  it.each([
    ['[Lashio](#place-TN14)', 'found "#place-TN14"; expected a link to an id of this page'],
    ['[nobody](#v-nobody)', 'found "#v-nobody"; expected a link to an id of this page'],
    ['[a source](#source-un-flash10)', 'found "#source-un-flash10"; expected a link to an id of this page'],
    ['[an event](timeline.html#t017)', 'found "timeline.html#t017"; expected a link to an id of timeline.html'],
    ['[here](#)', 'found "#"; expected a link to an id of this page'],
    [
      '[weather](weather.html)',
      'found "weather.html"; expected an address that begins with https://, or one of index.html, numbers.html, claims.html, timeline.html, names.html, search.html, datasets.html, sources.html, changes.html',
    ],
    [
      '[run](javascript:go)',
      'found "javascript:go"; expected an address that begins with https://, or one of index.html',
    ],
    ['[that][one]\n\n[one]: #weather', 'found "#weather"; expected a link to an id of this page'],
  ])('is refused if it leads nowhere: %s', (body, expected) => {
    expect(faultsOf(body)).toEqual([expect.stringContaining(expected)]);
  });
});
