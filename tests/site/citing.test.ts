import { dirname, join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Locator, Page } from 'playwright';
import { figurePages, citablePages } from '../../src/figures/all-works.ts';
import { editionOf } from '../../src/site/citations/edition.ts';
import { CITATION_FILES, citedForms } from '../../src/site/citations/formats.ts';
import { attributeOf, textContent, type HtmlElement } from '../../src/build/html-tree.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { useBrowser } from './kit/browser.ts';
import { PAGES, parseBuilt, readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById, withClass, withTag } from './kit/words.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PHONE = { width: 360, height: 740 };

const all = citablePages(ledger, ROOT);
const edition = editionOf(ledger, readSiteUrl(process.env));
/** Every page of one section or one figure must offer its forms. */
const parts = PAGES.filter((file) => /^(?:s|figures)\//.test(file));
/** Their behaviour is the same; one of either kind stands for all. */
const samples = ['s/', 'figures/'].flatMap((folder) => parts.filter((file) => file.startsWith(folder)).slice(0, 1));

const visit = useBrowser();

/** Of each page the one beside it that reads the clipboard. */
const readers = new WeakMap<Page, Page>();

/** What the clipboard holds, read in a page that may: those of the site may not. */
async function pasted(page: Page): Promise<string> {
  const reader = readers.get(page) ?? (await openReader(page));
  readers.set(page, reader);
  await reader.bringToFront();
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await page.bringToFront();
  return text;
}

async function openReader(page: Page): Promise<Page> {
  const reader = await page.context().newPage();
  await reader.route('**/reader.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>A page that reads</title>' }),
  );
  await reader.goto(`${inject('origin')}/reader.html`);
  return reader;
}

/** Makes the clipboard refuse, as browsers do without permission, or takes it away, as where an address is not secure. */
function refuse(page: Page, how: 'refused' | 'absent'): Promise<void> {
  return page.evaluate((isAbsent) => {
    const refused = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { value: isAbsent ? undefined : refused });
  }, how === 'absent');
}

describe('a link of the explainer to a part of it', () => {
  const voice = (page: Page) => page.locator('.said');
  const key = '#key-total a[data-copies]';

  it('stands at every section, figure and key number', () => {
    const copying = (home: HtmlElement) =>
      withTag(home, 'a').filter((link) => attributeOf(link, 'data-copies') !== undefined).length;
    const page = parseBuilt('index.html');
    const homes = [withClass(page, 'section__head'), withTag(page, 'figure'), withClass(page, 'key')];
    expect(homes.map((ones) => ones.reduce((sum, one) => sum + copying(one), 0))).toEqual([
      10,
      figurePages(ledger).length,
      ledger.keyNumbers.size,
    ]);
  });

  it('copies its whole address by mouse and by keys, says so in words that are seen and spoken, and stays', async () => {
    await visit('index.html', CLIPBOARD, async (page) => {
      const section = page.locator('#china a[data-copies]').first();
      for (const [link, press] of [
        [page.locator(key), (one: Locator) => one.click()],
        [section, (one: Locator) => one.press('Enter')],
      ] as const) {
        await voice(page).evaluate((element) => (element.textContent = ''));
        await press(link);
        await voice(page).filter({ hasText: 'Copied' }).waitFor({ state: 'visible' });
        expect(await pasted(page)).toBe(await link.evaluate((element: HTMLAnchorElement) => element.href));
        expect(page.url()).toMatch(/index\.html$/);
        const box = await voice(page).boundingBox();
        expect(box!.width).toBeGreaterThan(60);
      }

      // With the key for that it still opens in another tab.
      const [other] = await Promise.all([
        page.context().waitForEvent('page'),
        section.click({ modifiers: ['ControlOrMeta'] }),
      ]);
      await other.waitForURL(/\/s\/china\.html$/);
    });
  });

  it('at a section is the address of its page, which opens with it', () => {
    const [link] = withTag(elementsById(parseBuilt('index.html')).get('china')!, 'a').filter(
      (one) => attributeOf(one, 'data-copies') !== undefined,
    );
    expect(attributeOf(link!, 'href')).toBe('s/china.html');
    expect(elementsById(parseBuilt('s/china.html')).has('china-title')).toBe(true);
  });

  it.each(['refused', 'absent'] as const)('just leads on where the clipboard is %s', async (how) => {
    await visit('index.html', {}, async (page) => {
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await refuse(page, how);
      await page.locator(key).click();
      await page.waitForURL(/#key-total$/);
      await page.waitForTimeout(500);
      expect(await voice(page).textContent()).toBe('');
      expect(errors).toEqual([]);
    });
  });

  it('leads on without scripts', async () => {
    await visit('index.html', { javaScriptEnabled: false }, async (page) => {
      await page.locator(key).click();
      expect(page.url()).toMatch(/#key-total$/);
    });
  });
});

it.each(parts)('%s has its forms as text in the file and as files beside it, and no dead buttons', (file) => {
  const work = all.find(({ address }) => address === file);
  expect(work, 'a work with this address').toBeDefined();
  const texts = withClass(parseBuilt(file), 'copy-as__text').filter((text) => !attributeOf(text, 'data-what'));
  expect(texts.map((element) => [attributeOf(element, 'id'), textContent(element)])).toEqual(
    citedForms(work!, edition).map(({ id, text }) => [`copy-as-${id}`, text]),
  );
  const [home] = withClass(parseBuilt(file), 'copy-as');
  const beside = withTag(home!, 'a').map((link) => attributeOf(link, 'href')!);
  expect(beside.map((href) => readBuilt(join(dirname(file), href)))).toEqual(
    Object.values(CITATION_FILES).map(({ write }) => write(work!, edition)),
  );
  expect(withTag(home!, 'button')).toEqual([]);
});

describe.each(samples)('the forms in %s', (file) => {
  const button = (page: Page, name: string) => page.getByRole('button', { name: `Copy as ${name}`, exact: true });
  const said = (page: Page) => page.locator('.said');

  it('are shown without scripts', async () => {
    await visit(file, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.copy-as button').count()).toBe(0);
      expect(await page.locator('#copy-as-footnote').isVisible()).toBe(true);
      expect(await page.locator('#copy-as-chat').isVisible()).toBe(true);
    });
  });

  it('are copied by a press, which says so', async () => {
    await visit(file, CLIPBOARD, async (page) => {
      for (const [id, name] of [
        ['footnote', 'Footnote'],
        ['chat', 'Chat message'],
      ] as const) {
        await button(page, name).click();
        await said(page).filter({ hasText: 'Copied' }).waitFor({ state: 'visible' });
        // What is said of the press before still stands there when the next has not been heard.
        await expect.poll(() => pasted(page)).toBe(await page.locator(`#copy-as-${id}`).textContent());
      }
    });
  });

  it('are copied by keys alone', async () => {
    await visit(file, CLIPBOARD, async (page) => {
      await button(page, 'Footnote').focus();
      await page.keyboard.press('Enter');
      await said(page).filter({ hasText: 'Copied' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await said(page).filter({ hasText: 'Copied' }).waitFor();
      expect(await pasted(page)).toBe(await page.locator('#copy-as-chat').textContent());
    });
  });

  it.each(['refused', 'absent'] as const)('are selected where the clipboard is %s, with what to press', async (how) => {
    await visit(file, {}, async (page) => {
      await refuse(page, how);
      await button(page, 'Footnote').click();
      await said(page)
        .filter({ hasText: /^Selected: press Ctrl\+C or ⌘C$/ })
        .waitFor({ state: 'visible' });
      expect(await page.evaluate(() => String(getSelection()))).toBe(
        await page.locator('#copy-as-footnote').textContent(),
      );
    });
  });

  it('are selected for a long press on a phone', async () => {
    await visit(file, { viewport: PHONE, hasTouch: true, isMobile: true }, async (page) => {
      await refuse(page, 'refused');
      await button(page, 'Chat message').tap();
      await said(page).filter({ hasText: 'Selected: press long on it to copy' }).waitFor({ state: 'visible' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    });
  });

  it('are shared only where the browser can', async () => {
    await visit(file, {}, async (page) => {
      const canShare = await page.evaluate(() => 'share' in navigator);
      expect(await page.getByRole('button', { name: /^Share/ }).count()).toBe(canShare ? 1 : 0);
    });
  });
});
