import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { IS_WHOLE, readBuilt } from './kit/dist.ts';
import { asIn2018, sheetOf2018 } from './kit/old-browser.ts';

/** One page of each kind. */
const KINDS = [
  'index.html',
  's/losses.html',
  'figures/map.html',
  'embed/map.html',
  'names.html',
  'timeline.html',
  'sources.html',
  'briefings.html',
  'promise.html',
  'reading-copy.html',
];

const QUIET: BrowserContextOptions = { javaScriptEnabled: false };
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const HALF_A_DESK = { width: 640, height: 800 };

/** What browsers take for a letter, in pixels, where a reader has set nothing else. */
const USUAL = 16;

const visit = useBrowser();

describe.each(KINDS)('%s', (file) => {
  let seen: Awaited<ReturnType<typeof seeHard>>;
  beforeAll(async () => {
    seen = await visit(file, QUIET, (page) => seeHard(page, file));
  });

  it('shows the same words on a browser of 2018, and scrolls in one direction', () => {
    for (const { now, then } of seen.screens) {
      expect(then.words).toEqual(now);
      expect(then.canOpenContents).toBe(true);
      expect(then.pictures.filter((shown) => shown !== 1)).toEqual([]);
      expect(then.excess).toBeLessThanOrEqual(0);
    }
  });

  it('reads in its order with styles switched off, with nothing over anything else', () => {
    const { words, after, tops } = seen.unstyled;
    expect(after).toBe(words);
    expect(tops.filter((top, index) => top < tops[index - 1]!)).toEqual([]);
  });

  it('needs no sideways scrolling with letters twice as large', async () => {
    const over = await visit('about:blank', {}, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 2 * USUAL } });
      await page.goto(`${inject('origin')}/${file}`);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${2 * USUAL}px`);
      const found: number[] = [];
      for (const viewport of [DESK, HALF_A_DESK]) {
        await page.setViewportSize(viewport);
        found.push(await excess(page));
      }
      return found;
    });
    expect(over.filter((pixels) => pixels > 0)).toEqual([]);
  });
});

it('takes from an old browser what it does not know, and nothing else', () => {
  expect(
    sheetOf2018(
      'a{color:red;inset:0;width:min(1px,2px)}a:is(b){c:d}a:not(.b,.c){c:d}a:not(.b){c:d}@media (width>=1em){a{c:d}}@media (min-width:1em){a{c:d}}@supports (a:b){a{c:d}}',
    ),
  ).toBe('a{color:red}a:not(.b){c:d}@media (min-width:1em){a{c:d}}');
});

describe('index.html, cut off on the way', () => {
  const html = readBuilt('index.html');
  let whole: string;
  beforeAll(async () => {
    whole = await visit('index.html', QUIET, wordsIn);
  });

  it.each(IS_WHOLE ? [45_000, 80_000, 150_000, 400_000] : [45_000, 150_000])(
    'can be read as far as it came: %i bytes',
    async (bytes) => {
      const { words, looks } = await visit('about:blank', QUIET, async (page) => {
        await serve(
          page,
          'index.html',
          Buffer.from(html)
            .subarray(0, bytes)
            .toString()
            // A browser shows half a letter, the first sign of a tag and half a character reference as text.
            .replace(/(?:\uFFFD+|<|&#?\w*)$/, ''),
        );
        return {
          words: await wordsIn(page),
          looks: await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
        };
      });
      expect(words.length).toBeGreaterThan(0);
      expect(whole.startsWith(words)).toBe(true);
      expect(looks, 'its styles').not.toBe('rgba(0, 0, 0, 0)');
    },
  );
});

/** Looks at a page without scripts on a telephone and on a desk: as it is, without its styles, and as a browser of 2018 shows it. */
async function seeHard(page: Page, file: string) {
  const now: string[][] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    now.push(await wordsShown(page));
  }
  const words = await wordsIn(page);
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });
  const unstyled = { words, after: await wordsIn(page), tops: await topsOf(page) };

  await serve(page, file, asIn2018(readBuilt(file)));
  const screens = [];
  for (const [index, viewport] of [PHONE, DESK].entries()) {
    await page.setViewportSize(viewport);
    const then = {
      words: await wordsShown(page),
      pictures: await picturesOf(page),
      excess: await excess(page),
      canOpenContents: await canOpenContents(page),
    };
    screens.push({ now: now[index]!, then });
  }
  return { screens, unstyled };
}

/** Shows a text in the place of a page. */
async function serve(page: Page, file: string, body: string): Promise<void> {
  await page.route(
    (url) => url.pathname === `/${file}`,
    (route) => route.fulfill({ contentType: 'text/html', body }),
  );
  await page.goto(`${inject('origin')}/${file}`);
}

/** Checks that the contents list, which an old browser folds at every width, can be opened there. */
function canOpenContents(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const list = document.querySelector<HTMLDetailsElement>('.contents details');
    if (!list) return true;
    const [summary, ...links] = list.querySelectorAll('summary, a');
    const isAsked = summary !== undefined && summary.getClientRects().length > 0;
    list.open = true;
    return isAsked && links.every((link) => link.getClientRects().length > 0);
  });
}

/** All words that are shown outside the contents list, whatever their case is made by styles, each once: columns and folds may set them in another order. */
async function wordsShown(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const contents = document.querySelector<HTMLElement>('.contents');
    if (contents) contents.hidden = true;
    const shown = document.body.innerText;
    if (contents) contents.hidden = false;
    return shown;
  });
  return [...new Set(text.toLowerCase().split(/\s+/))].sort();
}

/** The words of the text, in their order, without those of drawings. */
async function wordsIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
    for (const drawing of main.querySelectorAll('svg, style')) drawing.remove();
    return (main.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Where the blocks of the text begin, in its order, without those that are folded away. */
function topsOf(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const isFolded = (block: Element) =>
      block.closest('details:not([open])') !== null || block.getClientRects().length === 0;
    return [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main tr')]
      .filter((block) => !isFolded(block))
      .map((block) => Math.round(block.getBoundingClientRect().top));
  });
}

/** How many of each figure’s pictures are shown. */
function picturesOf(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('figure')]
      .filter((figure) => figure.querySelector('.chart'))
      .map(
        (figure) => [...figure.querySelectorAll('.chart')].filter((chart) => chart.getClientRects().length > 0).length,
      ),
  );
}

/** By how many pixels a page is wider than its screen. */
function excess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
