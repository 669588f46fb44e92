import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { attributeOf, elementsOf, parsePage, textOf, type HtmlElement } from '../../src/build/html.ts';
import { formatCount, formatDigits } from '../../src/data/format.ts';
import { loadLedger } from '../../src/data/load.ts';
import { listFiles, listPages } from '../../src/build/files.ts';
import { DIST, readBuilt, ROOT } from './kit/dist.ts';
import { BRIEFINGS, madeAt } from './kit/pdf.ts';
import { fingerprint, Project } from './kit/project.ts';

/** How the name of the folder begins in which a build grows. */
const GROWING = 'dist.next-';

const DATA = 'content/data/displacement.csv';
const FIGURE = 'displaced-since-1027';
/** A row that stands in the prose, in the key numbers and in a figure, so that its value shows everywhere. */
const ROW = 'A21';
const row = loadLedger(ROOT).observations.get(ROW)!;
const WAS = row.value;
const NOW = WAS + 1_000;

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project?.remove());

it('builds the same bytes from the same content, wherever the project lies, its PDFs and packed copies included', async () => {
  const [pdf] = BRIEFINGS;
  await buildWell({
    COPIES: '',
    ...(pdf !== undefined && {
      BRIEFINGS: 'all',
      CHROMIUM_PATH: inject('chromium'),
      SOURCE_DATE_EPOCH: await madeAt(pdf),
    }),
  });
  expect(project.fingerprint()).toBe(fingerprint(DIST));
});

describe('when the value of one row changes', () => {
  const before = readBuilt('index.html');
  let after: string;
  beforeAll(async () => {
    project.changeCell(DATA, ROW, 'value', String(WAS), String(NOW));
    await buildWell();
    after = project.read('dist/index.html');
  });

  it('changes in the prose', () => {
    expect(proseOf(before)).toContain(formatCount(WAS));
    expect(proseOf(after)).toContain(formatCount(NOW));
  });

  it('changes in the words of the figure', () => {
    expect(wordsOfFigure(before)).toContain(formatCount(WAS));
    expect(wordsOfFigure(after)).toContain(formatCount(NOW));
  });

  it('changes in the row of the table', () => {
    const inTable = [...elementsOf(figureOf(after))].find(
      (element) => attributeOf(element, 'id') === `${FIGURE}-${ROW}`,
    );
    expect(inTable && textOf(inTable)).toContain(formatDigits(NOW));
  });

  it('changes in the picture', () => {
    expect(pathsOf(after)).toHaveLength(pathsOf(before).length);
    expect(pathsOf(after)).not.toEqual(pathsOf(before));
  });

  it.each(['csv', 'json', 'txt'])('changes in the %s file', (ending) => {
    const file = `figures/${FIGURE}.${ending}`;
    expect(withoutRowsOfWords(readBuilt(file))).toMatch(written(WAS));
    expect(project.read(`dist/${file}`)).toMatch(written(NOW));
    expect(withoutRowsOfWords(project.read(`dist/${file}`))).not.toMatch(written(WAS));
  });

  it('leaves the old value nowhere on the page but in rows of words', () => {
    expect(withoutRowsOfWords(allWordsOf(before))).toMatch(written(WAS));
    expect(withoutRowsOfWords(allWordsOf(after))).not.toMatch(written(WAS));
  });
});

describe('when a build does not come to its end', () => {
  it('names the file, the line, the column and what it expected, and keeps the site as it was', async () => {
    const before = project.fingerprint();
    const line = project.changeCell(DATA, ROW, 'as_of', row.as_of ?? '', '2023-13-02');
    const { code, output } = await project.build();
    expect(code).toBe(1);
    expect(output).toContain(`${DATA}:${line} "as_of": found "2023-13-02"; expected `);
    expect(output, 'no stack').not.toMatch(/^\s+at /m);
    expect(project.fingerprint()).toBe(before);
    project.changeCell(DATA, ROW, 'as_of', '2023-13-02', row.as_of ?? '');
  });

  it('keeps the site as it was when it is killed, and the next build goes through', async () => {
    const before = project.fingerprint();
    const killer = new AbortController();
    const watcher = watch(project.folder, (_event, name) => name?.startsWith(GROWING) && killer.abort());
    const { code } = await project.build(killer.signal);
    watcher.close();
    expect(code).not.toBe(0);
    const growing = () => readdirSync(project.folder).filter((name) => name.startsWith(GROWING));
    expect(growing(), 'it was killed half-way').toHaveLength(1);
    expect(project.fingerprint()).toBe(before);
    await buildWell();
    expect(project.fingerprint()).toBe(before);
    expect(growing()).toEqual([]);
  });
});

describe('a site without PDFs', () => {
  const pages = () => listPages(join(project.folder, 'dist'));

  it('says so on the page that would list them, and how to get them', () => {
    const words = project.read('dist/briefings.html');
    expect(words).toContain('No PDF files in this copy');
    expect(words).toContain('npm run build:all');
    expect(words).not.toContain('.pdf');
  });

  it('leads to no PDF from any page', () => {
    expect(pages().filter((file) => /href="[^"]*\.pdf"/.test(project.read(`dist/${file}`)))).toEqual([]);
    expect(
      listFiles(join(project.folder, 'dist')).filter((file) => file.endsWith('.pdf') || file.startsWith('paper/')),
    ).toEqual([]);
  });
});

async function buildWell(settings: Record<string, string> = {}): Promise<void> {
  const { code, output } = await project.build(undefined, undefined, settings);
  expect(code, output).toBe(0);
}

function figureOf(html: string): HtmlElement {
  return [...elementsOf(parsePage(html))].find((element) => attributeOf(element, 'id') === FIGURE) as HtmlElement;
}

/** The words around the picture: title, sentence, notes; neither its labels nor its table. */
function wordsOfFigure(html: string): string {
  const figure = figureOf(html);
  return without(
    textOf(figure),
    [...elementsOf(figure)].filter(({ tagName }) => tagName === 'svg' || tagName === 'table').map(textOf),
  );
}

/** The paragraphs of the page, outside its figures. */
function proseOf(html: string): string {
  const elements = [...elementsOf(parsePage(html))];
  const inFigures = new Set(
    elements.filter(({ tagName }) => tagName === 'figure').flatMap((figure) => [...elementsOf(figure)]),
  );
  return elements
    .filter((element) => element.tagName === 'p' && !inFigures.has(element))
    .map(textOf)
    .join('\n');
}

function pathsOf(html: string): string[] {
  return [...elementsOf(figureOf(html))]
    .map((element) => attributeOf(element, 'd'))
    .filter((path) => path !== undefined);
}

/** Everything a page says to someone: its text, and what stands in attributes. */
function allWordsOf(html: string): string {
  const page = parsePage(html);
  return [textOf(page), ...[...elementsOf(page)].flatMap((element) => element.attrs.map(({ value }) => value))].join(
    '\n',
  );
}

/** Rows of words may hold the number, and keep it: headlines of others, the timeline's sentences. */
function withoutRowsOfWords(text: string): string {
  const files = listFiles(join(project.folder, 'content')).filter((file) => file.endsWith('.csv'));
  const cells = files.flatMap((file) => (parse(project.read(`content/${file}`)) as string[][]).flat());
  // The longest first: a short cell may be a piece of a long one.
  return without(
    text,
    cells.filter((cell) => !/^\d+$/.test(cell) && written(WAS).test(cell)).sort((a, b) => b.length - a.length),
  );
}

/** A value as a page or a file may print it: `660,000`, `660000`. */
function written(value: number): RegExp {
  const forms = new Set([formatCount(value), formatDigits(value), String(value)]);
  return new RegExp(`(?<![\\w,.-])(?:${[...forms].join('|').replaceAll('.', '\\.')})(?![\\d]|,\\d)`);
}

function without(text: string, parts: string[]): string {
  return parts.reduce((rest, part) => rest.replaceAll(part, ''), text);
}
