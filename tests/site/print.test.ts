import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../src/data/format.ts';
import { loadLedger } from '../../src/data/load.ts';
import { useBrowser } from './kit/browser.ts';
import { ROOT } from './kit/dist.ts';
import { PAPERS } from './kit/print.ts';

const { site } = loadLedger(ROOT);

const visit = useBrowser();

/** One page of each kind. */
const KINDS = [
  'index.html',
  's/glance.html',
  's/losses.html',
  'figures/map.html',
  'figures/handovers.html',
  'timeline.html',
  'sources.html',
  'names.html',
  'datasets.html',
  'exhibits.html',
  'changes.html',
  'search.html',
  '404.html',
  'embed/map.html',
];

/** What has no use on paper; the list of contents stays. */
const FURNITURE =
  'nav:not(.contents, .phases, .doors__group), button, input, .skip, .anchor, .comfort, .figure__actions, .copy-as, .embed, .beside, .dataset-files, .exhibit__files, .more, .search, .opening__print';

/** Looks at a page as paper would show it: from a dark screen, without scripts, in the width of a page. */
const asPaper = <T>(file: string, look: (page: Page) => Promise<T>) =>
  visit(
    file,
    { viewport: { width: Math.floor(PAPERS.A4.width), height: 900 }, colorScheme: 'dark', javaScriptEnabled: false },
    async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      return look(page);
    },
  );

describe.each(KINDS)('%s on paper', (file) => {
  let found: Awaited<ReturnType<typeof readPaper>>;
  beforeAll(async () => {
    found = await asPaper(file, readPaper);
  });

  it('is dark on white, from a dark screen too', () => {
    const { looked, ...ink } = found.ink;
    expect(looked).toBeGreaterThan(2);
    expect(ink).toEqual({ paper: ['rgb(255, 255, 255)'], mayBeDark: false, pale: [] });
  });

  it('shows what is folded away on the screen, without scripts', () => {
    expect(found.folded.hidden).toEqual([]);
  });

  it('has nothing to press, to fill in or to go elsewhere by', () => {
    expect(found.furniture).toEqual([]);
  });

  it('underlines no words that cannot be pressed', () => {
    expect(found.underlined).toEqual([]);
  });

  it('keeps to the width of A4 and Letter', () => {
    expect(found.beyond).toEqual([]);
  });
});

describe.each(['figures/map.html', 'figures/taken-and-returned.html', 'timeline.html'])(
  '%s on a sheet that lies across',
  (file) => {
    it('keeps to the width of A4 and Letter', async () => {
      expect(await asPaper(file, (page) => beyondEach(page, [PAPERS.A4.across, PAPERS.Letter.across]))).toEqual([]);
    });
  },
);

it.each(['exhibits.html', 'figures/map.html', 'embed/map.html'])(
  '%s shows each figure on paper in one picture',
  async (file) => {
    const figures = file === 'exhibits.html' ? readdirSync(join(ROOT, 'content/figures')).length : 1;
    const shown = await visit(file, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page
        .locator('.chart')
        .evaluateAll((charts) => charts.filter((chart) => chart.getBoundingClientRect().height > 100).length);
    });
    expect(shown).toBe(figures);
  },
);

it('the explainer has folds to open, its list of contents, its title and the day of its data on paper', async () => {
  const { folded, contents, words } = await asPaper('index.html', async (page) => ({
    ...(await readFolded(page)),
    contents: await page.locator('.contents li').filter({ visible: true }).count(),
    words: await page.locator('body').innerText(),
  }));
  expect(folded).toBeGreaterThan(5);
  expect(contents).toBe(10);
  expect(words).toContain(site.title);
  expect(words).toContain(formatDate(site.dataDate));
});

/** What paper shows of a page, in one visit. */
async function readPaper(page: Page) {
  return {
    ink: await readInk(page),
    folded: await readFolded(page),
    furniture: await seen(page, FURNITURE),
    underlined: await page.evaluate(() =>
      [...document.querySelectorAll('a')]
        .filter((link) => link.checkVisibility() && getComputedStyle(link).textDecorationLine !== 'none')
        .map((link) => link.outerHTML.slice(0, 100)),
    ),
    beyond: await beyondEach(page, [PAPERS.A4.width, PAPERS.Letter.width]),
  };
}

/** The elements that paper shows of those that a selector picks. */
async function seen(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (picked) =>
      [...document.querySelectorAll(picked)]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
        .map((element) => element.outerHTML.slice(0, 100)),
    selector,
  );
}

/** The elements that reach over an edge of a page, for each of some widths. */
async function beyondEach(page: Page, widths: number[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths.map(Math.floor)) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await beyond(page, width)));
  }
  return found;
}

async function beyond(page: Page, width: number): Promise<string[]> {
  return page.evaluate((right) => {
    // A hanging mark or the white margin of a code may stand in the margin of the page.
    const LEFT = -12;
    const isRead = (element: Element) =>
      element.checkVisibility() && !element.closest('.visually-hidden, svg svg, symbol');
    return [...document.querySelectorAll('body *')]
      .filter((element) => isRead(element) && (element.tagName === 'svg' || !element.closest('svg')))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.right > right + 1 || box.left < LEFT))
      .map(
        ({ element, box }) => `${Math.round(box.left)}–${Math.round(box.right)}: ${element.outerHTML.slice(0, 100)}`,
      );
  }, width);
}

/** The colours of the sheet, and the texts that are too pale on it. */
async function readInk(page: Page) {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backgrounds = [document.documentElement, document.body].map(
      (element) => getComputedStyle(element).backgroundColor,
    );
    const texts = [
      ...document.querySelectorAll(
        'main :is(h1, h2, h3, h4, p, li, th, td, dt, dd, figcaption, caption, summary, blockquote), .imprint p',
      ),
    ].filter((element) => element.checkVisibility() && element.textContent?.trim() !== '');
    return {
      // The root's own background may be left out; the body's then covers the sheet.
      paper: [...new Set(backgrounds.filter((colour) => colour !== 'rgba(0, 0, 0, 0)'))],
      // What a page does not colour itself, the browser would colour for a dark screen.
      mayBeDark: getComputedStyle(document.documentElement).colorScheme.includes('dark'),
      looked: texts.length,
      // True black, except for what has a colour of its own meaning: seven to one, the contrast WCAG asks of AAA.
      pale: texts
        .filter((text) => 1.05 / (luminance(getComputedStyle(text).color) + 0.05) < 7)
        .map((text) => text.outerHTML.slice(0, 120)),
    };
  });
}

/** The closed `<details>` of the text, and those whose content paper would lose. */
async function readFolded(page: Page) {
  return page.evaluate(() => {
    const closed = [...document.querySelectorAll('main details:not([open])')].filter((details) =>
      details.parentElement?.checkVisibility(),
    );
    const isShown = (element: Element) =>
      element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0;
    return {
      folded: closed.length,
      hidden: closed
        .filter((details) => ![...details.children].some((child) => child.tagName !== 'SUMMARY' && isShown(child)))
        .map((details) => details.outerHTML.slice(0, 120)),
    };
  });
}
