import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { barriersOnPage } from './kit/barriers.ts';
import { drawn, useBrowser } from './kit/browser.ts';
import { DIST } from './kit/dist.ts';
import { checkFocus } from './kit/focus.ts';
import { answered } from './kit/search.ts';

const visit = useBrowser();

describe('an address with words that someone shares', () => {
  let seen: Awaited<ReturnType<typeof openShared>>;
  beforeAll(async () => {
    seen = await visit('about:blank', { colorScheme: 'light', reducedMotion: 'reduce' }, openShared);
  });

  it('gives its words to the page, which takes them out of it at once', () => {
    expect(seen.address).toBe(`${inject('origin')}/search.html`);
    expect(seen.words).toBe('Lashio');
  });

  it('asks its own site only, and has nothing to say against the policy of the page', () => {
    expect([...new Set(seen.asked)]).toEqual([inject('origin')]);
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, with results in %s colours', (colours) => {
    expect(seen.barriers[colours]).toEqual([]);
  });

  it('marks whatever has the focus among the results', () => {
    expect(seen.focus.reached).toBeGreaterThan(12);
    expect(seen.focus.unmarked).toEqual([]);
  });
});

/** Opens the page of the search with a word in its address, and looks at its results. */
async function openShared(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('console', (message) => asked.push(message.text()));
  page.on('pageerror', (error) => asked.push(error.message));
  await page.goto(`${inject('origin')}/search.html?q=Lashio`);
  await answered(page);
  const state = { address: page.url(), words: await page.locator('#search-words').inputValue(), asked: [...asked] };
  const light = await barriersOnPage(page, { rules: 'all' });
  const focus = await checkFocus(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await barriersOnPage(page, { rules: 'of colour' });
  return { ...state, focus, barriers: { light, dark } };
}

describe('where search cannot work', () => {
  async function expectAz(page: Page): Promise<void> {
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('#search-off').isVisible()).toBe(true);
    await page.locator('#search-off a[href="names.html"]').click();
    expect(new URL(page.url()).pathname.endsWith('/names.html')).toBe(true);
  }

  it('leads to the A–Z without scripts', async () => {
    await visit('search.html?q=Lashio', { javaScriptEnabled: false }, expectAz);
  });

  it('leads to the A–Z from a folder', async () => {
    await visit('about:blank', {}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${pathToFileURL(join(DIST, 'search.html')).href}?q=Lashio`);
      await drawn(page);
      expect(complaints).toEqual([]);
      await expectAz(page);
    });
  });

  it('leads to the A–Z where the index does not arrive', async () => {
    await visit('about:blank', {}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.goto(`${inject('origin')}/search.html?q=Lashio`);
      await answered(page);
      expect(await page.locator('#search-status').innerText()).toBe('Search did not start in this browser.');
      await expectAz(page);
    });
  });
});
