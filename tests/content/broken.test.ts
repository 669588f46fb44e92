import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent, checkSite } from '../../src/build/check-content.ts';
import { problemsIn } from '../unit/kit/problems.ts';
import { copyContent, lineIn, replaceLine, runCheck } from './kit.ts';

const DISPLACEMENT = 'content/data/displacement.csv';
const DERIVED = 'content/derived.yaml';
const POSITIONS_LOST = 'content/figures/positions-lost.yaml';
const STATEMENTS = 'content/statements.csv';
const GLANCE = 'content/sections/01-glance.mdx';
const METHOD = 'content/sections/10-method.mdx';
const WHO = 'content/sections/03-who.mdx';

/** What an editor got wrong in a copy of the real content: it breaks something, and returns the line, or lines, that the check must say of it. */
type Break = (root: string) => string | string[];

/** Breaks one copy of the real content in all these places, and expects the check to say exactly this of each, and nothing else. */
function tellsOfEach(breaks: Readonly<Record<string, Break>>, check: (root: string) => unknown = checkContent): void {
  const root = copyContent();
  const expected = Object.entries(breaks).map(([what, breakIt]) => ({ what, lines: [breakIt(root)].flat() }));
  const said = problemsIn(root, check);
  it.each(expected)('$what', ({ lines }) => expect(said).toEqual(expect.arrayContaining(lines)));
  it('and of nothing else', () => expect(said.toSorted()).toEqual(expected.flatMap(({ lines }) => lines).toSorted()));
}

/** Changes one cell of a row; cells before it may not hold commas. */
function changeCell(root: string, id: string, column: string, value: string): number {
  const columns = lineIn(root, DISPLACEMENT, 'id,').text.trim().split(',');
  const row = lineIn(root, DISPLACEMENT, `${id},`);
  const cells = row.text.split(',');
  cells[columns.indexOf(column)] = value;
  replaceLine(root, DISPLACEMENT, row, cells.join(','));
  return row.number;
}

/** Adds a paragraph to a section, before the line with this beginning, and says on which line. */
function addSentence(root: string, sentence: string, file = GLANCE, before = '<KeyNumbers'): number {
  const place = lineIn(root, file, before);
  replaceLine(root, file, place, `${sentence}\n\n${place.text}`);
  return place.number;
}

const NO_NUMBER =
  'expected a reference such as <Num id="…"/>, a date, an ordinal, a name listed in content/numbered-names.yaml, or a number under ten that counts something';

describe('of the real rows and cards, broken in many places, the check tells', () => {
  tellsOfEach({
    'a date in another order': (root) =>
      `${DISPLACEMENT}:${changeCell(root, 'A21', 'published', '15.12.2023')} "published": found "15.12.2023"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD, or unknown where no copy shows it`,
    'a value with letters': (root) =>
      `${DISPLACEMENT}:${changeCell(root, 'A22', 'value', '660k')} "value": found "660k"; expected a number in digits, without separators`,
    'an empty value': (root) =>
      `${DISPLACEMENT}:${changeCell(root, 'A23', 'value', '')} "value": found nothing; expected a number in digits, without separators`,
    'a source that is not in the register': (root) => {
      const row = lineIn(root, STATEMENTS, 'n-kokang-ceded,');
      replaceLine(root, STATEMENTS, row, row.text.replace('iseas-2015', 'iseas-2051'));
      return `${STATEMENTS}:${row.number} "source_ids": found "iseas-2051"; expected an id in content/sources.csv`;
    },
    'a figure that draws a row of another dataset': (root) => {
      const row = lineIn(root, POSITIONS_LOST, '    rows: [B002,');
      replaceLine(root, POSITIONS_LOST, row, row.text.replace('B002', 'A14, B002'));
      return `${POSITIONS_LOST}:${row.number} "dots.0.rows.0": found "A14", which is in another dataset; expected the id of a row in content/data/positions.csv or content/data/facts.csv`;
    },
    'a computed number that hides the hedge of its rows': (root) => {
      const first = lineIn(root, DERIVED, '- id: d-idp-rise');
      replaceLine(root, DERIVED, { number: first.number + 4, text: '' }, '  qualifier: exact');
      return `${DERIVED}:${first.number + 4} "qualifier": found "exact" with "B25", which is "estimated"; expected a hedge such as "about", which its rows pass on`;
    },
  });
});

describe('of real rows that can all be read, the check tells', () => {
  tellsOfEach({
    'a number published before the day it describes': (root) => {
      const line = changeCell(root, 'A21', 'published', '2023-10-27');
      return [
        `${DISPLACEMENT}:${line} "published": found 2023-10-27, before as_of 2023-12-15; expected a date on or after the day the number describes`,
        `${DISPLACEMENT}:${line} "published": found 2023-10-27; expected 2023-12-15, as one of its sources is dated`,
      ];
    },
    'a row used twice': (root) => {
      const { number, text } = lineIn(root, DISPLACEMENT, 'A21,');
      const last = lineIn(root, DISPLACEMENT, 'A22,');
      replaceLine(root, DISPLACEMENT, last, `${last.text}\n${text}`);
      return `${DISPLACEMENT}:${last.number + 1} "id": found "A21" again; expected an id used once (first at ${DISPLACEMENT}:${number})`;
    },
  });
});

describe('of real files that cannot be read, the check tells', () => {
  tellsOfEach({
    'a file that is gone': (root) => {
      rmSync(join(root, 'content/glossary.csv'));
      return 'content/glossary.csv: found no such file; expected a readable file';
    },
    'a file saved in another encoding': (root) => {
      appendFileSync(join(root, 'content/sources.csv'), Buffer.from([0xe9, 0x0a]));
      return 'content/sources.csv: found bytes that are not UTF-8; expected UTF-8 text';
    },
    'a card that is no YAML': (root) => {
      writeFileSync(join(root, 'content/site.yaml'), 'title: "Operation 1027\ndescription: x\n');
      return 'content/site.yaml:1: found Missing closing "quote; expected well-formed YAML';
    },
  });

  it('a folder that is gone', () => {
    const root = copyContent();
    rmSync(join(root, 'content'), { recursive: true });
    expect(problemsIn(root)).toEqual([
      `${join(root, 'content')}: found no such folder; expected the project's root, where content lies`,
    ]);
  });
});

describe('of the real prose, broken in many places, the check tells', () => {
  tellsOfEach(
    {
      'a number typed into a sentence': (root) =>
        `${GLANCE}:${addSentence(root, 'At Laukkai alone it lost 2,389 soldiers and six generals.')}: found "2,389" in “At Laukkai alone it lost 2,389 soldiers and six generals.”; ${NO_NUMBER}`,
      'a number typed in words': (root) =>
        `${GLANCE}:${addSentence(root, 'By all that was read, it lost two thirds of the posts.')}: found "two thirds" in “… that was read, it lost two thirds of the posts.”; ${NO_NUMBER}`,
      'a reference to a number that is not there': (root) =>
        `${GLANCE}:${addSentence(root, 'It lost <Num id="B9999" />.')} "Num id": found "B9999"; expected the id of a number in content/data or content/derived.yaml`,
      'a number of which nothing is said that can be printed': (root) =>
        `${GLANCE}:${addSentence(root, 'It lost <Num id="S005" />.')} "Num id": found "S005" without a line; expected one in content/safe-to-print.yaml`,
      'a number hidden in code': (root) =>
        `${GLANCE}:${addSentence(root, 'It lost `2,389` soldiers.')}: found "2,389"; expected plain words: code would slip past the number check`,
      'a link to a place that no list shows': (root) =>
        `${GLANCE}:${addSentence(root, 'At [a town](#place-TN40).')}: found "#place-TN40"; expected a link to an id of this page`,
      'a component that is not closed': (root) =>
        `${WHO}:${addSentence(root, 'It lost <OnSite>much.', WHO, '<Actors')}: found Expected a closing tag for \`<OnSite>\` before the end of \`paragraph\`; expected well-formed MDX`,
      'a section of which the short printed forms would say nothing': (root) => {
        for (const tag of ['<ShortForm>', '</ShortForm>']) replaceLine(root, METHOD, lineIn(root, METHOD, tag), '');
        return `${METHOD}: found no <ShortForm>; expected one around each paragraph that the short printed forms shall take, at least around one`;
      },
    },
    checkSite,
  );
});

it('the command that an editor types says so, fails, and shows no code', async () => {
  const root = copyContent();
  const line = changeCell(root, 'A21', 'as_of', '2023-13-15');
  const { code, output } = await runCheck(root);
  expect(output.split('\n')[0]).toBe(
    `${DISPLACEMENT}:${line} "as_of": found "2023-13-15"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD, or nothing`,
  );
  expect(code).not.toBe(0);
  expect(output).not.toMatch(/^\s+at /m);
});
