import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { FIGURE_IDS, figureModels } from '../../src/figures/index.ts';
import { tableRows } from '../../src/figures/shared/figure-tables.ts';
import { formatFileSize } from '../../src/data/format.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { useBrowser } from './kit/browser.ts';
import { DIST, parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger, plain } from './kit/faults.ts';
import { elementsById, storyWords, withTag, wordsOf } from './kit/words.ts';

/** The most that a file may have that goes from phone to phone. */
const LIMIT = 900_000;

const bytes = readFileSync(join(DIST, READING_COPY));
const elements = [...elementsOf(parseBuilt(READING_COPY))];
const ids = elementsById(parseBuilt(READING_COPY));
const byId = (id: string) => ids.get(id);
const hrefs = elements.flatMap((element) => (element.tagName === 'a' ? (attributeOf(element, 'href') ?? []) : []));

/** What this file says of things that are not in it, and what the site says. */
const THINGS_ELSEWHERE = [
  ['The timeline page of the site, which is not in this file, has', 'The timeline page has'],
  ['among the sources at the end says', 'on the sources page says'],
  ['on the changes page of the site.', 'on the changes page.'],
  ['come as PDF from the site.', 'come as PDF.'],
] as const;
/** A link to another page, of which nothing is left. */
const ONLY_LEADS_AWAY = 'Names and words: all groups, with leaders, founding and sources';
const wordsIn = (file: string, id: string) =>
  storyWords([...elementsOf(parseBuilt(file))].find((element) => attributeOf(element, 'id') === id)).replace(
    /\s+/g,
    ' ',
  );

const visit = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'card-'));
const copy = join(folder, 'copy.html');
copyFileSync(join(DIST, READING_COPY), copy);
afterAll(() => rmSync(folder, { recursive: true }));

it(`has at most ${LIMIT} bytes`, () => {
  console.log(`${READING_COPY}: ${bytes.length} bytes`);
  expect(bytes.length).toBeLessThanOrEqual(LIMIT);
});

it('gives away neither by its name nor by its title what it is about', () => {
  const title = elements.find(({ tagName }) => tagName === 'title');
  for (const words of [READING_COPY, title && textContent(title)])
    expect(words).not.toMatch(/1027|operation|myanmar|burma|war/i);
});

it('has its size beside its link', () => {
  const page = textContent(parseBuilt('briefings.html'));
  expect(page.replace(/\s+/g, ' ')).toContain(`${READING_COPY}, ${formatFileSize(bytes.length)}.`);
});

describe('what it holds', () => {
  it('is every section word for word, but for where things are, and every figure', () => {
    for (const id of SECTION_IDS) {
      const here = THINGS_ELSEWHERE.reduce(
        (words, [copy, site]) => words.replace(copy, site),
        wordsIn(READING_COPY, id),
      );
      expect(here.replace(/\s+/g, ''), id).toBe(
        wordsIn('index.html', id).replace(ONLY_LEADS_AWAY, '').replace(/\s+/g, ''),
      );
    }
    for (const id of FIGURE_IDS) expect(byId(id)?.tagName, id).toBe('figure');
  });

  it('is each source that the explainer cites, with its address and its caveats', () => {
    const cited = new Set(
      [...readBuilt('index.html').matchAll(/sources\.html#source-([\w.-]+)/g)].map((match) => match[1] as string),
    );
    expect(cited.size).toBeGreaterThan(100);
    for (const id of cited) {
      const source = ledger.sources.get(id)!;
      const entry = byId(`source-${id}`);
      for (const words of [
        source.publisher,
        source.title,
        source.url ?? 'No address of the publisher’s own',
        source.note,
        source.weak ? 'Weak source.' : '',
      ])
        expect(wordsOf(entry), id).toContain(plain(words));
    }
  });

  it('is every row of every figure, with its sources, in one table or another', () => {
    for (const { table } of FIGURE_IDS.map((id) => figureModels(ledger, id)[0]))
      for (const { rowId, sources } of tableRows(table)) {
        const row = elements.find(
          ({ tagName, attrs }) =>
            tagName === 'tr' && attrs.some(({ name, value }) => name === 'id' && value.endsWith(`-${rowId}`)),
        );
        for (const { id } of sources)
          expect(row && withTag(row, 'a').map((link) => attributeOf(link, 'href')), rowId).toContain(`#source-${id}`);
      }
  });

  it('is each term', () => {
    for (const { id, definition } of ledger.terms.values())
      expect(wordsOf(byId(`term-${id}`)), id).toContain(plain(definition));
  });

  it('is all it leads to, but for the addresses of its sources', () => {
    expect(
      hrefs.filter((href) =>
        href.startsWith('#') ? !ids.has(decodeURIComponent(href.slice(1))) : !/^https?:/.test(href),
      ),
    ).toEqual([]);
    expect(elements.filter((element) => attributeOf(element, 'data-copies') !== undefined)).toEqual([]);
  });
});

it('opens from a memory card without a network, on a phone, and can be used', async () => {
  const found = await visit(
    'about:blank',
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, offline: true },
    async (page) => {
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      const address = pathToFileURL(copy).href;
      await page.goto(address);
      const pictures = await page.locator('figure[id] .chart:visible').count();
      await page.locator('#glance .ref a').first().click();
      const note = await page.locator('.note--here').innerText();
      await page.locator('.note--here a[href^="#source-"]').first().click();
      const source = await page.evaluate(() => document.querySelector(':target')?.closest('#sources')?.id);
      await page.getByRole('slider', { name: 'Show the map as it was on' }).press('Home');
      const later = await page.locator('#map .is-later').count();
      await page.locator('#positions-lost .figure__numbers > summary').click();
      const rows = await page.locator('#positions-lost tbody tr[id]:visible').count();
      await page.locator('.contents summary').click();
      await page.locator('.contents').getByRole('link', { name: 'Terms' }).click();
      const terms = await page.evaluate(() =>
        Math.round(document.querySelector('#glossary')!.getBoundingClientRect().top),
      );
      return {
        complaints,
        requests: requests.filter((url) => !url.startsWith(address)),
        pictures,
        note,
        source,
        later,
        rows,
        terms,
      };
    },
  );
  expect(found).toMatchObject({
    complaints: [],
    requests: [],
    pictures: FIGURE_IDS.length,
    source: 'sources',
  });
  expect(found.note.length).toBeGreaterThan(20);
  expect(found.later).toBeGreaterThan(0);
  expect(found.rows).toBeGreaterThan(10);
  expect(Math.abs(found.terms)).toBeLessThan(100);
});
