import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sitePageLinks } from '../../src/components/web/not-found-links.ts';
import { elementsOf, textContent } from '../../src/build/html-tree.ts';
import { isProgram } from '../../src/build/passes/content-policy.ts';
import { searchablePages } from '../../src/site/sitemap.ts';
import { useBrowser } from './kit/browser.ts';
import { MOVED, PAGES, parseBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { linksOf, withClass } from './kit/words.ts';

const visit = useBrowser();
const doors = sitePageLinks(ledger, ROOT).flatMap(({ links }) => links);
const titleOf = (end: RegExp) => doors.find(({ href }) => end.test(href))?.label ?? 'no such door';
const CHINA = titleOf(/[#/]china(?:\.html)?$/);
const MAP = titleOf(/[#/]map(?:\.html)?$/);
const CROSSINGS = titleOf(/[#/]crossings(?:\.html)?$/);

/** What a missing page offers, and where that leads on this host. */
const offers = (page: Page) =>
  page
    .locator('.meant a')
    .evaluateAll((links) => links.map((link) => ({ title: link.textContent, href: (link as HTMLAnchorElement).href })));

/** Addresses where nothing is, with the page that was meant. */
const MEANT = [
  ['china', CHINA],
  ['s/chnia.html', CHINA],
  ['sections/china.html', CHINA],
  ['s/china.htm', CHINA],
  ['S/CHINA.HTML', CHINA],
  ['2026/old/s/china/', CHINA],
  ['map', MAP],
  ['figure/map', MAP],
  ['figures/mapp.html?at=2023-11-01#map', MAP],
  ['figure/5', CROSSINGS],
  ['a/b/c/d/crossing.html', CROSSINGS],
  ['timline.html', 'Timeline'],
  ['places/lashio.html', 'Names and words'],
  ['actor-mndaa', 'Names and words'],
  ['operation-1027.xlsx', 'Data'],
  ['n/a99.html', 'Numbers'],
] as const;
/** Addresses that are like no page's. */
const ABSURD = [
  'xyzzy',
  'wp-admin/setup.php',
  'a/b/c/d/e',
  '%F0%9F%8E%89',
  '__proto__',
  'qwertyuiop.html?q=china',
  '404.html',
];

describe('an address where nothing is', () => {
  const offered = new Map<string, Awaited<ReturnType<typeof offers>>>();
  beforeAll(() =>
    visit('about:blank', {}, async (page) => {
      for (const path of [...MEANT.map(([address]) => address), ...ABSURD]) {
        await page.goto(`${inject('origin')}/${path}`);
        offered.set(path, await offers(page));
      }
    }),
  );

  it.each(MEANT)('%s offers the page that was meant: %s', (path, title) => {
    const found = offered.get(path)!;
    expect(found[0]?.title).toBe(title);
    expect(found.length).toBeLessThanOrEqual(3);
    const door = doors.find(({ label }) => label === title)!;
    expect(found[0]?.href).toBe(`${inject('origin')}/${door.href}`);
  });

  it.each(ABSURD)('%s offers nothing rather than something absurd', (path) => {
    expect(offered.get(path)).toEqual([]);
  });

  it('leads on from any depth', async () => {
    const heading = await visit('deep/er/still/s/timline.html', {}, async (page) => {
      await page.locator('.meant a').first().click();
      return page.locator('h1').textContent();
    });
    expect(heading).toBe('Timeline');
  });

  it('shows all ways in without scripts', async () => {
    const shown = await visit('deep/china', { javaScriptEnabled: false }, async (page) => ({
      meant: await page.locator('.meant').count(),
      ways: await page.locator('.doors a').allTextContents(),
    }));
    expect(shown).toEqual({ meant: 0, ways: doors.map(({ label }) => label) });
  });
});

it('knows a way to every page that a reader should find', () => {
  const [list] = withClass(parseBuilt('404.html'), 'doors');
  expect(linksOf(list!)).toHaveLength(doors.length);
  const files = new Set(doors.map(({ href }) => href.split('#')[0]));
  // The page of numbers leads to those that have one of their own.
  const isNumber = (file: string) => file.startsWith('n/');
  expect(searchablePages(PAGES).filter((file) => !files.has(file) && !MOVED.includes(file) && !isNumber(file))).toEqual(
    [],
  );
});

it('guesses with at most 3000 bytes of script', () => {
  const programs = [...elementsOf(parseBuilt('404.html'))].filter(isProgram).map(textContent).join('');
  expect(Buffer.byteLength(programs)).toBeGreaterThan(500);
  expect(Buffer.byteLength(programs)).toBeLessThanOrEqual(3_000);
});
