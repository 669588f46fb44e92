import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, parsePage, textContent } from '../../src/build/html-tree.ts';
import { formatCount, formatDigits } from '../../src/data/format.ts';
import { listFiles, listPages } from '../../src/build/files.ts';
import { readBuilt } from './kit/dist.ts';
import { drawn, useBrowser } from './kit/browser.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';
import { Project } from './kit/project.ts';
import { ledger } from './kit/faults.ts';
import { allWordsOf, figureOf, pathsOf, proseOf, without, wordsOfFigure } from './kit/page-parts.ts';

const DATA = 'content/data/displacement.csv';
const FIGURE = 'displaced-since-1027';
/** A row that stands in the prose, in the key numbers and in a figure, so that its value shows everywhere. */
const ROW = 'A21';
const row = ledger.observations.get(ROW)!;
const WAS = row.value;
const NOW = WAS + 1_000;

const { version } = ledger.site;
const [newest] = ledger.changes.values();
const CORRECTION = `- id: change-test-gate
  date: "${newest?.date}"
  version: ${version}
  kind: correction
  where: [BX01, china]
  text: The day on which a gate was lost was wrong in the table.
  was: Taken 29 October 2023, 12 soldiers
  is: Taken 27 October 2023
  why: The row had the day on which the report was published.
`;
/** An entry of today, before which new ones are put. */
const FIRST_FORWARD = '- kind: change\n  from: change-everywhere\n';
const FORWARDS = `- { kind: place, from: test-old-town, to: lashio, change: change-test-gate }
- { kind: row, from: crossings-TEST, to: crossings-BX01, change: change-test-gate }
`;

const visit = useBrowser();
let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project?.remove());

describe('the same site without an address, with one value changed, a correction and two ids that had to go', () => {
  const before = readBuilt('index.html');
  let after: string;
  let output: string;
  beforeAll(async () => {
    project.changeCell(DATA, ROW, 'value', String(WAS), String(NOW));
    const [first = ''] = /^- id: .*$/m.exec(project.read('content/changes.yaml')) ?? [];
    project.edit('content/changes.yaml', first, CORRECTION + first);
    project.edit('content/forwarded-ids.yaml', FIRST_FORWARD, `${FORWARDS}${FIRST_FORWARD}`);
    project.edit(
      'content/published-ids.txt',
      '\nplace lashio\n',
      '\nplace lashio\nplace test-old-town\nrow crossings-TEST\n',
    );
    output = await project.buildWell({ SITE_URL: '' });
    after = project.read('dist/index.html');
  });

  it('has the new value in the prose', () => {
    expect(proseOf(before)).toContain(formatCount(WAS));
    expect(proseOf(after)).toContain(formatCount(NOW));
  });

  it('has the new value in the words of the figure', () => {
    expect(wordsOfFigure(before, FIGURE)).toContain(formatCount(WAS));
    expect(wordsOfFigure(after, FIGURE)).toContain(formatCount(NOW));
  });

  it('has the new value in the row of the table', () => {
    const inTable = [...elementsOf(figureOf(after, FIGURE))].find(
      (element) => attributeOf(element, 'id') === `${FIGURE}-${ROW}`,
    );
    expect(inTable && textContent(inTable)).toContain(formatDigits(NOW));
  });

  it('draws the new value in the picture', () => {
    expect(pathsOf(after, FIGURE)).toHaveLength(pathsOf(before, FIGURE).length);
    expect(pathsOf(after, FIGURE)).not.toEqual(pathsOf(before, FIGURE));
  });

  it.each(['csv', 'json', 'txt'])('has the new value in the %s file', (ending) => {
    const file = `figures/${FIGURE}.${ending}`;
    expect(withoutRowsOfWords(readBuilt(file))).toMatch(written(WAS));
    expect(project.read(`dist/${file}`)).toMatch(written(NOW));
    expect(withoutRowsOfWords(project.read(`dist/${file}`))).not.toMatch(written(WAS));
  });

  it('leaves the old value nowhere on the page but in rows of words', () => {
    expect(withoutRowsOfWords(allWordsOf(before))).toMatch(written(WAS));
    expect(withoutRowsOfWords(allWordsOf(after))).not.toMatch(written(WAS));
  });

  it('has no feed, no list of pages, no oEmbed document and no card, and the build says so in one line', () => {
    expect(
      listFiles(join(project.folder, 'dist')).filter((file) =>
        /^(?:feed\.xml|sitemap\.xml|embed\/.*\.json|cards\/.*)$/.test(file),
      ),
    ).toEqual([]);
    expect(project.read('dist/robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(output.split('\n').filter((line) => line.includes('SITE_URL'))).toEqual([
      expect.stringMatching(/^SITE_URL is not set: canonical links and previews, .*feed.* were left out\.$/),
    ]);
    expect(project.read('dist/changes.html')).not.toContain('feed.xml');
  });

  it('prints no address that it does not have, and no code for one', () => {
    for (const file of ['dist/index.html', 'dist/s/china.html', 'dist/figures/map.html', 'dist/timeline.html']) {
      const page = project.read(file);
      const colophon = wordsOf(withClass(parsePage(page), 'imprint')[0]);
      expect(colophon, file).toContain('This copy was built without an address of its own');
      expect(colophon.match(/https?:\/\/\S+/g), file).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
      expect(page, file).not.toContain('class="qr"');
      expect(page, file).toMatch(/@bottom-left\{content:"Data to [^"]* · version [\d.]*"\}/);
    }
  });

  it('reminds of the id that is not yet on the list', () => {
    expect(output).toContain('1 id of the content not in content/published-ids.txt: run npm run publish-ids.');
  });

  it('tells the correction apart from updates, with what was, what is, why and where', () => {
    const page = parsePage(project.read('dist/changes.html'));
    const entry = elementsById(page).get('change-test-gate')!;
    expect(withTag(entry, 'dt').map(wordsOf)).toEqual(['Was', 'Now', 'Why']);
    expect(withTag(entry, 'dd').map(wordsOf)).toEqual([
      'Taken 29 October 2023, 12 soldiers',
      'Taken 27 October 2023',
      'The row had the day on which the report was published.',
    ]);
    expect(
      linksOf(entry)
        .slice(1)
        .map(({ words }) => words),
    ).toEqual(['Chinshwehaw gate', 'China’s part']);
    const home = [...elementsOf(page)].find((element) => attributeOf(element, 'aria-labelledby') === 'corrections')!;
    expect([...elementsOf(home)]).toContain(entry);
  });

  it('leads from both old ids to their successors', () => {
    const around = (file: string, old: string, successor: string) => {
      const element = elementsById(parsePage(project.read(`dist/${file}`))).get(successor)!;
      return [...elementsOf(element)].filter((inside) => attributeOf(inside, 'id') === old).length;
    };
    expect(around('names.html', 'place-test-old-town', 'place-lashio')).toBe(1);
    expect(around('places.html', 'place-test-old-town', 'place-lashio')).toBe(1);
    expect(around('index.html', 'crossings-TEST', 'crossings-BX01')).toBe(1);
  });
});

it('opens the table at the successor of a row that had to go', async () => {
  const shown = await visit(`file://${project.folder}/dist/index.html#crossings-TEST`, {}, async (page) => {
    await page.waitForFunction(() => document.getElementById('crossings-BX01')!.closest('details')!.open);
    await drawn(page);
    return page.evaluate(() => {
      const row = document.getElementById('crossings-BX01')!;
      const { top, bottom } = row.getBoundingClientRect();
      return { open: row.closest('details')!.open, seen: bottom > 0 && top < innerHeight };
    });
  });
  expect(shown).toEqual({ open: true, seen: true });
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

it('is kept as it was when the next build stops, and the message names the file, the line, the column and what was expected', async () => {
  const before = project.fingerprint();
  const line = project.changeCell(DATA, ROW, 'as_of', row.as_of ?? '', '2023-13-02');
  const { code, output } = await project.build();
  expect(code).toBe(1);
  expect(output).toContain(`${DATA}:${line} "as_of": found "2023-13-02"; expected `);
  expect(output, 'no stack').not.toMatch(/^\s+at /m);
  expect(project.fingerprint()).toBe(before);
});

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
