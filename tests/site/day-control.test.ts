import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/data/format.ts';
import { mapOrder } from '../../src/figures/map/model.ts';
import { datesIn } from '../unit/kit/days-in-words.ts';
import { barriersOf } from './kit/barriers.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';
import { openFixture } from './kit/fixture.ts';
import { DAYS, MAP, wordsOfDay } from './kit/map-fixture.ts';

const visit = useBrowser();
const LAST = DAYS.at(-1) as string;
const ORDER = mapOrder(ledger, ledger.figures.get('map')!);

/** Opens the small map; `search` may hold a query and a fragment. */
function onMap<T>(look: (page: Page) => Promise<T>, search = '', options: BrowserContextOptions = {}): Promise<T> {
  return visit('about:blank', options, async (page) => {
    await openFixture(page, `${MAP}<p>The end.</p>`, search, 'figures/map.html');
    return look(page);
  });
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Show the map as it was on' });
const said = (page: Page) => page.locator('.days p').innerText();

/** The first days of all parts that are seen, in each picture that is shown. */
const seen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.figure__picture [data-from]')]
      .filter((part) => part.getClientRects().length > 0 && getComputedStyle(part).visibility === 'visible')
      .map((part) => part.getAttribute('data-from'))
      .sort(),
  );
const upTo = (day: string) => [...DAYS, ...DAYS].filter((one) => one <= day).sort();

describe('the choice of a day on a map', () => {
  it('starts with everything, as without scripts', () =>
    onMap(async (page) => {
      expect(await seen(page)).toEqual(upTo(LAST));
      expect(await said(page)).toBe('All days shown');
      expect(page.url()).not.toContain('?');
    }));

  it('goes by keys from change to change, shows what held by then, and says it in the words of the list', () =>
    onMap(async (page) => {
      await slider(page).focus();
      for (const day of DAYS.toReversed()) {
        await page.keyboard.press('ArrowLeft');
        expect(await seen(page)).toEqual(upTo(day));
        expect(await said(page)).toBe(wordsOfDay(day));
        await page.waitForURL((url) => url.search + url.hash === `?at=${day}#map`);
      }
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('27 October 2023');
      expect(await page.locator('.map__shared .is-later').count()).toBe(DAYS.length - 1);
      await page.keyboard.press('End');
      expect(await seen(page)).toEqual(upTo(LAST));
      await page.waitForURL((url) => url.search === '');
    }));

  it('gives each day the same room', () =>
    onMap(async (page) => {
      await slider(page).fill(`${Date.parse('2023-12-24')}`);
      expect(await seen(page)).toEqual(upTo('2023-12-24'));
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('24 December 2023');
      expect(await said(page)).toBe(wordsOfDay(DAYS[2]!));
    }));

  it('hides what the title says of today', () =>
    onMap(async (page) => {
      const title = page.locator('#map-title');
      const looks = () =>
        title.evaluate((element) => [
          getComputedStyle(element).visibility,
          getComputedStyle(element, '::after').content,
        ]);
      expect(await looks()).toEqual(['hidden', '"The map as it was on 6 November 2023"']);
      await page.emulateMedia({ media: 'print' });
      expect(await looks()).toEqual(['visible', '""']);
    }, `?at=${DAYS[1]}#map`));

  it.each([
    [DAYS[2]!, DAYS[2]!],
    ['2023-12-24', '2023-12-24'],
    ['2031-01-01', LAST],
    ['2023-10-26', LAST],
    ['2023-99-01', LAST],
    ['TN99', LAST],
  ])('opens on the day of the address, %s', (token, day) =>
    onMap(async (page) => expect(await seen(page)).toEqual(upTo(day)), `?at=${token}#map`),
  );
});

/** What is seen of the map on a page: its words, and in each picture shown the rows of its marks. */
const shown = (page: Page) =>
  page.locator('#map').evaluate((figure) => {
    const isSeen = (one: Element) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (isSeen(parent) && !parent.closest('details:not([open]) > :not(summary)'))
        words.push(walker.currentNode.textContent!);
    }
    const title = getComputedStyle(figure.querySelector('.figure__title')!, '::after').content;
    const marks = [...figure.querySelectorAll('.chart path[data-row]')].filter(isSeen);
    return {
      words: [...words, title],
      rows: [...new Set(marks.map((mark) => mark.getAttribute('data-row')))].sort(),
      strikes: marks.filter((mark) => mark.closest('.chart__strike')).length,
    };
  });

describe('on a chosen day the map', () => {
  it.each(['2023-11-07', '2023-12-15', '2024-12-15', '2025-06-01'])(
    'shows what had happened by %s, and says no later date',
    (day) =>
      visit(`figures/map.html?at=${day}#map`, {}, async (page) => {
        const { words, rows, strikes } = await shown(page);
        expect(
          words.flatMap((text) =>
            datesIn(text)
              .filter((date) => date > day)
              .map(() => text),
          ),
        ).toEqual([]);
        expect(words.join(' ')).toContain(`The map as it was on ${formatDate(day)}`);
        const by = ORDER.filter(({ taken }) => taken <= day);
        expect(rows).toEqual(by.map(({ place }) => place.id).sort());
        expect(strikes).toBe(by.filter(({ back }) => back !== null && back <= day).length);
      }),
  );
});

describe('a map with a chosen day', () => {
  it('is left again by a press', () =>
    onMap(async (page) => {
      await page.getByRole('button', { name: 'Show all days' }).click();
      expect(await seen(page)).toEqual(upTo(LAST));
      expect(await page.getByRole('button', { name: 'Show all days' }).count()).toBe(0);
    }, `?at=${DAYS[1]}#map`));

  it('is whole on paper', () =>
    onMap(async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await seen(page)).toEqual(upTo(LAST));
      expect(await page.locator('.comfort:visible').count()).toBe(0);
    }, `?at=${DAYS[1]}#map`));

  it('has its slider and all its marks on one screen of a phone', () =>
    visit(`figures/map.html?at=${DAYS[1]}#map`, { viewport: { width: 390, height: 844 } }, async (page) => {
      const [top, bottom] = await page.evaluate(() => [
        document.querySelector('.days')!.getBoundingClientRect().top,
        Math.max(
          ...[...document.querySelectorAll('.chart--phone [data-row]')].map(
            (mark) => mark.getBoundingClientRect().bottom,
          ),
        ),
      ]);
      expect(bottom! - top!).toBeLessThan(844);
    }));

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, in %s colours', (colorScheme) =>
    onMap(async (page) => expect(await barriersOf(page, '#map')).toEqual([]), `?at=${DAYS[1]}#map`, {
      colorScheme,
      reducedMotion: 'reduce',
    }),
  );
});
