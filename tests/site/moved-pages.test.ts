import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../src/build/html-tree.ts';
import { movedPages } from '../../src/site/moved-pages.ts';
import { readForwards } from '../../src/site/permanent-ids/read-forwards.ts';
import { useBrowser } from './kit/browser.ts';
import { canonicalOf, DIST, elementsBuilt, MOVED, parseBuilt, readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById, linksOf } from './kit/words.ts';

const visit = useBrowser();
const pages = movedPages(ledger, readForwards(ROOT, ledger, []));

it('has each page that has moved at its old address, for people and not for search engines', () => {
  expect(pages.length).toBeGreaterThan(0);
  expect([...MOVED].sort()).toEqual(pages.map(({ file }) => file).sort());
  for (const { file, to } of pages) {
    expect(canonicalOf(file), file).toBe(new URL(to.href, 'https://explainer.example/').href);
    expect(elementsBuilt(file).some((element) => attributeOf(element, 'content') === 'noindex')).toBe(true);
    expect(readBuilt('sitemap.xml')).not.toContain(`/${file}<`);
  }
});

it('leads from each old id to a place that exists', () => {
  const faults = pages.flatMap(({ file, ids }) => {
    const items = elementsById(parseBuilt(file));
    return [...ids].flatMap(([id, { href }]) => {
      const [target = '', fragment = ''] = href.split('#');
      const item = items.get(id);
      const leads = item && linksOf(item).some((link) => link.href.endsWith(href));
      const arrives = fragment === '' || elementsById(parseBuilt(target)).has(fragment);
      return leads && arrives ? [] : [`${file}#${id}`];
    });
  });
  expect(faults).toEqual([]);
});

describe('a page that has moved, opened from a folder', () => {
  const addressOf = (fragment: string) => `${pathToFileURL(join(DIST, 'glossary.html')).href}${fragment}`;

  it.each([
    ['', ''],
    ['#term-mndaa', '#term-mndaa'],
    ['#Term-MNDAA).', '#term-mndaa'],
    ['#unknown', '#unknown'],
    ['#%E0%A4%A', '#%E0%A4%A'],
  ])('carries over the fragment %j with scripts', async (old, fragment) => {
    const arrived = await visit('about:blank', {}, async (page) => {
      await page.goto(addressOf(old));
      await page.waitForURL(/names\.html/);
      return page.url();
    });
    expect(arrived).toBe(`${pathToFileURL(join(DIST, 'names.html')).href}${fragment}`);
  });

  it.each([
    ['#term-mndaa', ['MNDAA']],
    ['', []],
  ])('shows where %j leads without them, and the page that has taken its place', async (old, shown) => {
    const links = await visit('about:blank', { javaScriptEnabled: false }, async (page) => {
      await page.goto(addressOf(old));
      return page.locator('main a:visible').allTextContents();
    });
    expect(links).toEqual([ledger.site.title, 'Names and words', ...shown]);
  });
});
