import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/data/csv.ts';
import { MAX_BYTES } from '../../src/data/read-text.ts';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import { statement } from '../../src/data/schemas/statement.ts';
import { tempFolder } from './kit/temp.ts';

const HEADER = 'id,statement,source_ids,confidence,note';
const GOOD = 'n-war,The war never stopped.,afp-2024,high,';
const BAD = 'n-war,The war never stopped.,afp-2024,certain,';
const FILE = 'content/statements.csv';

function read(content: string | Buffer): { rows: string[]; problems: string[] } {
  const root = tempFolder();
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, FILE), content);
  const problems: Problem[] = [];
  const rows = readCsv(root, FILE, statement, problems);
  return { rows: rows.map(({ id, line }) => `${id}:${line}`), problems: problems.map(describeProblem) };
}

describe('readCsv', () => {
  it('reads rows with their lines', () => {
    expect(read(`${HEADER}\n${GOOD}\nn-b,"A, and b",a;b,low,x\n`)).toEqual({
      rows: ['n-war:2', 'n-b:3'],
      problems: [],
    });
  });

  it('does not mind CRLF, a missing last line end or blank lines', () => {
    expect(read(`${HEADER}\r\n${GOOD}\r\n\r\nn-b,B,b,low,`)).toEqual({
      rows: ['n-war:2', 'n-b:4'],
      problems: [],
    });
  });

  it.each(['\n', '\r\n'])('counts lines inside quotes (%j)', (end) => {
    const text = [HEADER, 'n-a,"First line', 'second line",a,high,', '', BAD].join(end);
    expect(read(text)).toEqual({
      rows: ['n-a:2'],
      problems: [`${FILE}:5 "confidence": found "certain"; expected high, medium or low`],
    });
  });

  it('names every wrong cell of a row', () => {
    expect(read(`${HEADER}\nN war,, ,certain,\n`).problems).toEqual([
      `${FILE}:2 "id": found "N war"; expected an id of letters, digits and single hyphens`,
      `${FILE}:2 "statement": found nothing; expected some words`,
      `${FILE}:2 "source_ids": found nothing; expected at least one id`,
      `${FILE}:2 "confidence": found "certain"; expected high, medium or low`,
    ]);
  });

  const faults: [string, string | Buffer, string][] = [
    ['an empty file', '', `${FILE}:1: found an empty file; expected a header: ${HEADER}`],
    ['a file of blank lines', '\n\n', `${FILE}:1: found an empty file; expected a header: ${HEADER}`],
    ['a header alone', `${HEADER}\n`, `${FILE}:1: found a header and no rows; expected at least one row`],
    ['another header', `id,text\n${GOOD}\n`, `${FILE}:1: found the header "id,text"; expected ${HEADER}`],
    [
      'semicolons for commas',
      `${HEADER.replaceAll(',', ';')}\n`,
      `${FILE}:1: found the header "${HEADER.replaceAll(',', ';')}"; expected ${HEADER}`,
    ],
    [
      'a row too short',
      `${HEADER}\n${GOOD}\nn-b,B\n`,
      `${FILE}:3: found 2 cells; expected 5, one for each of ${HEADER}`,
    ],
    [
      'a row of one cell',
      `${HEADER}\n${GOOD}\n   \n`,
      `${FILE}:3: found 1 cell; expected 5, one for each of ${HEADER}`,
    ],
    ['a row too long', `${HEADER}\n${GOOD},,\n`, `${FILE}:2: found 7 cells; expected 5, one for each of ${HEADER}`],
    [
      'an unclosed quote',
      `${HEADER}\n${GOOD}\n\nn-b,"B,b,low,\n${GOOD}\n`,
      `${FILE}:4: found a quote that is never closed; expected comma-separated values with quotes in pairs`,
    ],
    [
      'a quote inside a cell',
      `${HEADER}\nn-b,the "war",b,low,\n`,
      `${FILE}:2: found a quote inside an unquoted cell; expected comma-separated values with quotes in pairs`,
    ],
    [
      'text behind a quote',
      `${HEADER}\nn-b,"the" war,b,low,\n`,
      `${FILE}:2: found text behind a closing quote; expected comma-separated values with quotes in pairs`,
    ],
    [
      'Latin-1',
      Buffer.concat([Buffer.from(`${HEADER}\nn-b,caf`), Buffer.from([0xe9]), Buffer.from(',b,low,\n')]),
      `${FILE}: found bytes that are not UTF-8; expected UTF-8 text`,
    ],
    [
      'UTF-16',
      Buffer.from(`${HEADER}\n${GOOD}\n`, 'utf16le'),
      `${FILE}: found a NUL byte at offset 1; expected UTF-8 text`,
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      `${FILE}: found a NUL byte at offset 4; expected UTF-8 text`,
    ],
    [
      'a byte-order mark',
      `\uFEFF${HEADER}\n${GOOD}\n`,
      `${FILE}: found a byte-order mark before the text; expected UTF-8 text without one: save it as plain UTF-8`,
    ],
    ['six megabytes', Buffer.alloc(6_000_000, 'x'), `${FILE}: found 6000000 bytes; expected at most ${MAX_BYTES}`],
  ];
  it.each(faults)('says what is wrong with %s', (_, content, problem) => {
    expect(read(content).problems).toContain(problem);
    expect(read(content).problems).toHaveLength(1);
  });

  it('says that a file is missing, or is a folder', () => {
    const root = tempFolder();
    const problems: Problem[] = [];
    expect(readCsv(root, FILE, statement, problems)).toEqual([]);
    mkdirSync(join(root, FILE), { recursive: true });
    readCsv(root, FILE, statement, problems);
    expect(problems.map(describeProblem)).toEqual([
      `${FILE}: found no such file; expected a readable file`,
      `${FILE}: found a folder; expected a file`,
    ]);
  });
});
