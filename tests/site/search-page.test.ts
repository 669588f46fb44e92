import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { barriersOnPage } from './kit/barriers.ts';
import { drawn, useBrowser } from './kit/browser.ts';
import { DIST } from './kit/dist.ts';
import { checkFocus } from './kit/focus.ts';

const visit = useBrowser();

it('answers in the page: what was asked for in an address, then what is typed, for every reader', async () => {
  await visit('about:blank', { colorScheme: 'light', reducedMotion: 'reduce' }, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('console', (message) => asked.push(message.text()));
    page.on('pageerror', (error) => asked.push(error.message));
    const results = page.locator('#search-results li');
    const said = (words: string) =>
      page.locator('#search-status[role="status"]', { hasText: `“${words}”` }).innerText();

    await page.goto(`${inject('origin')}/search.html?q=Laogai`);
    expect(await said('Laogai')).toBe('2 results for “Laogai”.');
    expect(page.url()).toBe(`${inject('origin')}/search.html`);
    expect(await page.locator('#search-words').inputValue()).toBe('Laogai');
    expect(await results.first().innerText()).toContain('Place: town, Shan (North)');
    expect(await results.first().locator('mark').allInnerTexts()).toEqual(['Laogai']);
    expect(await results.first().locator('[lang="zh-Hans"]').innerText()).toBe('老街');
    expect(await results.first().locator('a').getAttribute('href')).toBe('names.html#place-laukkai');

    await page.getByRole('link', { name: 'conscription' }).click();
    expect(await said('conscription')).toMatch(/^\d+ results for/);
    await page.locator('#search-words').fill('<img src="x">zzzz');
    expect(await said('<img src="x">zzzz')).toBe('Nothing found for “<img src="x">zzzz”.');
    expect(await page.locator('main img').count()).toBe(0);
    await page.locator('#search-words').fill('Lashio zzzz');
    expect(await said('Lashio zzzz')).toMatch(/^Nothing has all the words of “Lashio zzzz”; \d+ results with some of/);

    await page.locator('#search-words').fill('');
    await page.keyboard.type('MNDAA');
    await said('MNDAA');
    expect(await results.count()).toBe(12);
    await page.locator('#search-more').press('Enter');
    expect(await results.count()).toBe(24);
    expect(
      await results
        .nth(12)
        .locator('a')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    expect(asked).toEqual(['/search.html', '/search-index.json']);

    expect(await barriersOnPage(page, { rules: 'all' })).toEqual([]);
    expect((await checkFocus(page)).unmarked).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOnPage(page, { rules: 'of colour' })).toEqual([]);
    await page.locator('#search-words').fill('crphsupportgroup');
    await said('crphsupportgroup');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('where search cannot work', () => {
  async function expectNames(page: Page): Promise<void> {
    expect(await page.locator('#search').isVisible()).toBe(false);
    await page.locator('#search-off a[href="names.html"]').click();
    expect(new URL(page.url()).pathname.endsWith('/names.html')).toBe(true);
  }

  it('leads to the list of names without scripts', async () => {
    await visit('search.html?q=Lashio', { javaScriptEnabled: false }, expectNames);
  });

  it('leads to the list of names from a folder', async () => {
    await visit('about:blank', {}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${pathToFileURL(join(DIST, 'search.html')).href}?q=Lashio`);
      await drawn(page);
      expect(complaints).toEqual([]);
      await expectNames(page);
    });
  });

  it('leads to the list of names where the index does not arrive', async () => {
    await visit('about:blank', {}, async (page) => {
      await page.route('**/search-index.json', (route) => route.abort());
      await page.goto(`${inject('origin')}/search.html?q=Lashio`);
      await page.locator('#search-status', { hasText: 'Search did not start in this browser.' }).waitFor();
      await expectNames(page);
    });
  });
});
