import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatDate } from '../../src/ledger/format.ts';
import { useBrowser } from './kit/browser.ts';
import { ROOT } from './kit/dist.ts';

const site = parse(readFileSync(join(ROOT, 'content/site.yaml'), 'utf8')) as { title: string; dataDate: string };

const visit = useBrowser();

describe.each(['light', 'dark'] as const)('index.html on paper, from a screen with %s colours', (colorScheme) => {
  const print = <T>(look: (page: Page) => Promise<T>) =>
    visit('index.html', { colorScheme }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme });
      return look(page);
    });

  it('is dark on white', async () => {
    const { looked, ...ink } = await print(readInk);
    expect(looked).toBeGreaterThan(10);
    expect(ink).toEqual({ paper: ['rgb(255, 255, 255)'], mayBeDark: false, pale: [] });
  });

  it('shows what is folded away on the screen', async () => {
    const { folded, hidden } = await print(readFolded);
    expect(folded).toBeGreaterThan(0);
    expect(hidden).toEqual([]);
  });

  it('says what it is and how old its data are', async () => {
    const words = await print((page) => page.locator('body').innerText());
    expect(words).toContain(site.title);
    expect(words).toContain(formatDate(site.dataDate));
  });

  it('prints on more than three sheets', async () => {
    const pdf = await visit('index.html', { colorScheme }, (page) => page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(3);
  });
});

it.each(['exhibits.html', 'figures/map.html', 'embed/map.html'])('%s shows each figure on paper in one picture', async (file) => {
  const figures = file === 'exhibits.html' ? readdirSync(join(ROOT, 'content/figures')).length : 1;
  const shown = await visit(file, {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.locator('.chart').evaluateAll((charts) => charts.filter((chart) => chart.getBoundingClientRect().height > 100).length);
  });
  expect(shown).toBe(figures);
});

/** The colours of the sheet, and the texts that are too pale on it. */
async function readInk(page: Page) {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backgrounds = [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor);
    const texts = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, th, td, dt, dd, figcaption, caption, summary, blockquote)')].filter(
      (element) => element.checkVisibility() && element.textContent?.trim() !== '',
    );
    return {
      // The root's own background may be left out; the body's then covers the sheet.
      paper: [...new Set(backgrounds.filter((colour) => colour !== 'rgba(0, 0, 0, 0)'))],
      // What a page does not colour itself, the browser would colour for a dark screen.
      mayBeDark: getComputedStyle(document.documentElement).colorScheme.includes('dark'),
      looked: texts.length,
      // Seven to one, the contrast WCAG asks of AAA.
      pale: texts.filter((text) => 1.05 / (luminance(getComputedStyle(text).color) + 0.05) < 7).map((text) => text.outerHTML.slice(0, 120)),
    };
  });
}

/** The closed `<details>` of the text, and those whose content paper would lose. */
async function readFolded(page: Page) {
  return page.evaluate(() => {
    const closed = [...document.querySelectorAll('main details:not([open])')].filter((details) => details.parentElement?.checkVisibility());
    const isShown = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0;
    return {
      folded: closed.length,
      hidden: closed.filter((details) => ![...details.children].some((child) => child.tagName !== 'SUMMARY' && isShown(child))).map((details) => details.outerHTML.slice(0, 120)),
    };
  });
}
