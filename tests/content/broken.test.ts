import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent, checkSite } from '../../src/build/check-content.ts';
import { loadLedger } from '../../src/data/load.ts';
import { problemsIn } from '../unit/kit/problems.ts';
import { copyContent, lineIn, replaceLine, runCheck } from './kit.ts';

const DISPLACEMENT = 'content/data/displacement.csv';
const DERIVED = 'content/derived.yaml';
const GLANCE = 'content/sections/01-glance.mdx';
const METHOD = 'content/sections/10-method.mdx';

/** Breaks a copy of the real content and expects the check to say exactly this first. */
function expectComplaint(breakIt: (root: string) => string, check: (root: string) => unknown = checkContent): void {
  const root = copyContent();
  const expected = breakIt(root);
  expect(problemsIn(root, check)[0]).toBe(expected);
}

/** The same of the reading of rows and cards, on which the check of the prose rests. */
const expectRowComplaint = (breakIt: (root: string) => string) => expectComplaint(breakIt, loadLedger);

/** The same of the command that an editor types: it says so, fails, and shows no code. */
async function expectCommandToComplain(breakIt: (root: string) => string): Promise<void> {
  const root = copyContent();
  const expected = breakIt(root);
  const { code, output } = await runCheck(root);
  expect(output.split('\n')[0]).toBe(expected);
  expect(code).not.toBe(0);
  expect(output).not.toMatch(/^\s+at /m);
}

/** Changes one cell of the row of A21; cells before it may not hold commas. */
function changeCell(root: string, column: string, value: string): number {
  const columns = lineIn(root, DISPLACEMENT, 'id,').text.trim().split(',');
  const row = lineIn(root, DISPLACEMENT, 'A21,');
  const cells = row.text.split(',');
  cells[columns.indexOf(column)] = value;
  replaceLine(root, DISPLACEMENT, row, cells.join(','));
  return row.number;
}

/** Adds a paragraph to the glance section, and says on which line. */
function addSentence(root: string, sentence: string): number {
  const place = lineIn(root, GLANCE, '<KeyNumbers');
  replaceLine(root, GLANCE, place, `${sentence}\n\n${place.text}`);
  return place.number;
}

describe('the real content, broken in one place', () => {
  it('a date in another order', () =>
    expectRowComplaint(
      (root) =>
        `${DISPLACEMENT}:${changeCell(root, 'published', '15.12.2023')} "published": found "15.12.2023"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD, or nothing`,
    ));

  it('a value with letters', () =>
    expectRowComplaint(
      (root) =>
        `${DISPLACEMENT}:${changeCell(root, 'value', '660k')} "value": found "660k"; expected a number in digits, without separators`,
    ));

  it('an empty value', () =>
    expectRowComplaint(
      (root) =>
        `${DISPLACEMENT}:${changeCell(root, 'value', '')} "value": found nothing; expected a number in digits, without separators`,
    ));

  it('a number published before the day it describes', () =>
    expectRowComplaint(
      (root) =>
        `${DISPLACEMENT}:${changeCell(root, 'published', '2023-10-27')} "published": found 2023-10-27, before as_of 2023-12-15; expected a date on or after the day the number describes`,
    ));

  it('a row used twice', () =>
    expectRowComplaint((root) => {
      const { number, text } = lineIn(root, DISPLACEMENT, 'A21,');
      const last = lineIn(root, DISPLACEMENT, 'A22,');
      replaceLine(root, DISPLACEMENT, last, text);
      return `${DISPLACEMENT}:${last.number} "id": found "A21" again; expected an id used once (first at ${DISPLACEMENT}:${number})`;
    }));

  it('a source that is not in the register', () =>
    expectRowComplaint((root) => {
      const row = lineIn(root, 'content/statements.csv', 'n-kokang-ceded,');
      replaceLine(root, 'content/statements.csv', row, row.text.replace('iseas-2015', 'iseas-2051'));
      return `content/statements.csv:${row.number} "source_ids": found "iseas-2051"; expected an id in content/sources.csv`;
    }));

  it('a file that is gone', () =>
    expectRowComplaint((root) => {
      rmSync(join(root, 'content/glossary.csv'));
      return 'content/glossary.csv: found no such file; expected a readable file';
    }));

  it('a file saved in another encoding', () =>
    expectRowComplaint((root) => {
      appendFileSync(join(root, 'content/sources.csv'), Buffer.from([0xe9, 0x0a]));
      return 'content/sources.csv: found bytes that are not UTF-8; expected UTF-8 text';
    }));

  it('a card that is no YAML', () =>
    expectRowComplaint((root) => {
      writeFileSync(join(root, 'content/site.yaml'), 'title: "Operation 1027\ndescription: x\n');
      return 'content/site.yaml:1: found Missing closing "quote; expected well-formed YAML';
    }));

  it('a folder that is gone', () =>
    expectComplaint((root) => {
      rmSync(join(root, 'content'), { recursive: true });
      return `${join(root, 'content')}: found no such folder; expected the project's root, where content lies`;
    }));

  it('a number typed into a sentence', () =>
    expectComplaint((root) => {
      const line = addSentence(root, 'At Laukkai alone it lost 2,389 soldiers and six generals.');
      return (
        `${GLANCE}:${line}: found "2,389" in “At Laukkai alone it lost 2,389 soldiers and six generals.”; ` +
        'expected a reference such as <Num id="…"/>, a date, an ordinal, a name listed in content/numbered-names.yaml, or a number under ten that counts something'
      );
    }));

  it('a number typed in words', () =>
    expectComplaint((root) => {
      const line = addSentence(root, 'By all that was read, it lost two thirds of the posts.');
      return (
        `${GLANCE}:${line}: found "two thirds" in “… that was read, it lost two thirds of the posts.”; ` +
        'expected a reference such as <Num id="…"/>, a date, an ordinal, a name listed in content/numbered-names.yaml, or a number under ten that counts something'
      );
    }));

  it('a reference to a number that is not there', () =>
    expectComplaint(
      (root) =>
        `${GLANCE}:${addSentence(root, 'It lost <Num id="B9999" />.')} "Num id": found "B9999"; expected the id of a number in content/data or content/derived.yaml`,
    ));

  it('a component that is not closed', () =>
    expectComplaint((root) => {
      const line = addSentence(root, 'It lost <SafeToPrint>much.');
      return `${GLANCE}:${line}: found Expected a closing tag for \`<SafeToPrint>\` before the end of \`paragraph\`; expected well-formed MDX`;
    }));

  it('a figure that draws a row of another dataset', () =>
    expectRowComplaint((root) => {
      const file = 'content/figures/positions-lost.yaml';
      const row = lineIn(root, file, '    rows: [B002,');
      replaceLine(root, file, row, row.text.replace('B002', 'A21'));
      return `${file}:${row.number} "lines.0.rows.0": found "A21", which is in another dataset; expected the id of a row in content/data/positions.csv`;
    }));

  it('a safe line that is switched off in words', () =>
    expectComplaint(
      (root) =>
        `${GLANCE}:${addSentence(root, '<SafeToPrint ok="false">It lost everything.</SafeToPrint>')} "SafeToPrint ok": found ok="false"; expected ok alone for yes, or no ok at all for no`,
    ));

  it('a number hidden in code', () =>
    expectComplaint(
      (root) =>
        `${GLANCE}:${addSentence(root, 'It lost `2,389` soldiers.')}: found "2,389"; expected plain words: code would slip past the number check`,
    ));

  it('a link to a place that no list shows', () =>
    expectComplaint(
      (root) =>
        `${GLANCE}:${addSentence(root, 'At [a town](#place-TN40).')}: found "#place-TN40"; expected a link to an id of this page`,
    ));

  it('a computed number that hides the hedge of its rows', () =>
    expectRowComplaint((root) => {
      const first = lineIn(root, DERIVED, '- id: d-idp-rise');
      replaceLine(root, DERIVED, { number: first.number + 4, text: '' }, '  qualifier: exact');
      return `${DERIVED}:${first.number + 4} "qualifier": found "exact" with "B25", which is "estimated"; expected a hedge such as "about", which its rows pass on`;
    }));
});

describe('the command that checks content stops at', () => {
  it('a date that does not exist', () =>
    expectCommandToComplain(
      (root) =>
        `${DISPLACEMENT}:${changeCell(root, 'as_of', '2023-13-15')} "as_of": found "2023-13-15"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD, or nothing`,
    ));

  it('a section of which the short printed forms would say nothing', () =>
    expectComplaint((root) => {
      for (const tag of ['<ShortForm>', '</ShortForm>']) replaceLine(root, METHOD, lineIn(root, METHOD, tag), '');
      return `${METHOD}: found no <ShortForm>; expected one around each paragraph that the short printed forms shall take, at least around one`;
    }, checkSite));
});
