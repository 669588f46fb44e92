import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { shortDay } from '../../src/client/iso-days.ts';
import { barriersOf } from './kit/barriers.ts';
import { useBrowser } from './kit/browser.ts';
import { openFixture } from './kit/fixture.ts';
import { DAYS, MAP, wordsOfDay } from './kit/map-fixture.ts';

const visit = useBrowser();
const LAST = DAYS.at(-1) as string;
const STRIP = '#map .reading__strip';

/** Opens the small map; `search` may hold a query and a fragment. */
function onMap<T>(look: (page: Page) => Promise<T>, search = '', options: BrowserContextOptions = {}): Promise<T> {
  return visit('about:blank', options, async (page) => {
    await openFixture(page, `${MAP}<p>The end.</p>`, search);
    return look(page);
  });
}

/** The words under the map, line breaks as spaces. */
const said = async (page: Page) => (await page.locator(STRIP).innerText()).replace(/\s+/g, ' ');
const slider = (page: Page) => page.getByRole('slider', { name: 'Show the map as it was on' });

/** The first days of all parts that are seen, in each picture that is shown. */
const seen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.figure__picture [data-from]')]
      .filter((part) => part.getClientRects().length > 0 && getComputedStyle(part).visibility === 'visible')
      .map((part) => part.getAttribute('data-from')),
  );
const upTo = (day: string) => [...DAYS, ...DAYS].filter((one) => one <= day).sort();

describe('the choice of a day on a map', () => {
  it('starts with everything, as without scripts', () =>
    onMap(async (page) => {
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('everything');
      expect(page.url()).not.toContain('?');
    }));

  it('goes by keys from day to day, shows what held by then, and says it in the words of the list', () =>
    onMap(async (page) => {
      await slider(page).focus();
      await page.keyboard.press('Home');
      expect((await seen(page)).sort()).toEqual(upTo(DAYS[0]!));
      await page.keyboard.press('ArrowRight');
      const day = DAYS[1]!;
      expect((await seen(page)).sort()).toEqual(upTo(day));
      expect(await slider(page).getAttribute('aria-valuetext')).toBe(wordsOfDay(day));
      expect(await said(page)).toBe(wordsOfDay(day));
      expect(await page.locator('.map__shared .is-later').count()).toBe(DAYS.length - 2);
      expect(await page.locator('.map__small .is-later').count()).toBe(0);
      expect(await page.locator('#map [aria-current="date"]').getAttribute('data-day')).toBe(day);
      await page.waitForURL(`**/fixture.html?at=${day}#map`);
      await page.keyboard.press('End');
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(await page.locator('#map [aria-current]').count()).toBe(0);
      await page.waitForURL((url) => url.search === '');
    }));

  it('is left by a button that is there only while a day is chosen, and the slider gets the focus', () =>
    onMap(
      async (page) => {
        await page.getByRole('button', { name: 'Show the whole map' }).tap();
        expect((await seen(page)).sort()).toEqual(upTo(LAST));
        expect(await page.locator('#map [aria-current]').count()).toBe(0);
        expect(await page.getByRole('button', { name: 'Show the whole map' }).count()).toBe(0);
        expect(await slider(page).evaluate((input) => input === document.activeElement)).toBe(true);
        await page.waitForURL((url) => url.search === '');
      },
      `?at=${DAYS[1]}#map`,
      { viewport: { width: 360, height: 740 }, hasTouch: true },
    ));

  it('shows everything on a day after the last step', () =>
    onMap(async (page) => {
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(await page.locator('.reading__lost, #map [aria-current]').count()).toBe(0);
    }, '?at=2031-01-01#map'));

  it('is not spoken twice while the slider itself speaks', () =>
    onMap(async (page) => {
      await page.clock.install({ time: 0 });
      await slider(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Escape');
      await page.clock.runFor(1000);
      expect(await page.locator('body > [role="status"]').textContent()).toBe('');
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('everything');
    }));

  it('is left with Escape: everything is shown, and the address is clean', () =>
    onMap(async (page) => {
      await slider(page).focus();
      await page.keyboard.press('Home');
      await page.waitForURL('**?at=*');
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => url.search === '');
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(await page.locator('#map [aria-current]').count()).toBe(0);
      expect(await slider(page).evaluate((input) => input === document.activeElement)).toBe(true);
    }));

  it('opens on the day of the address, and on the state of a day between two steps', async () => {
    await onMap(async (page) => expect((await seen(page)).sort()).toEqual(upTo(DAYS[2]!)), `?at=${DAYS[2]}#map`);
    await onMap(async (page) => {
      expect((await seen(page)).sort()).toEqual(upTo('2023-12-24'));
      expect(await said(page)).toBe(`As of 24 Dec 2023; last change: ${wordsOfDay(DAYS[2]!)}`);
    }, '?at=2023-12-24#map');
  });

  it.each([
    ['2023-10-26', 'The first day in this figure is 27 October 2023.'],
    ['2023-02-30', 'This link points to “2023-02-30”, which is not in this figure (any more).'],
    ['TN99', 'This link points to “TN99”, which is not in this figure (any more).'],
    ['%3Cb%3Ehello there', 'This link points to a point, which is not in this figure (any more).'],
  ])('says that %s is not in the figure, and shows everything', (token, words) =>
    onMap(async (page) => {
      expect(await page.locator('.reading__lost').innerText()).toBe(words);
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(
        await page.locator('#map').evaluate((figure) => Math.abs(figure.getBoundingClientRect().top) < innerHeight),
      ).toBe(true);
    }, `?at=${token}#map`),
  );

  it('names steps at both ends and where one phase ends, and no label touches another on the narrowest screen', async () => {
    for (const width of [320, 1280]) {
      const labels = await onMap(
        async (page) => {
          // Labels are fitted once the page stands.
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
          return page.evaluate(() =>
            [...document.querySelectorAll('.slider__ticks span:not(.is-left-out)')].map((label) => ({
              text: label.textContent ?? '',
              left: label.getBoundingClientRect().left,
              right: label.getBoundingClientRect().right,
            })),
          );
        },
        '',
        { viewport: { width, height: 700 } },
      );
      const sorted = labels.sort((a, b) => a.left - b.left);
      sorted.slice(1).forEach((label, index) => expect(label.left).toBeGreaterThan(sorted[index]!.right));
      expect(sorted[0]!.left).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)!.right).toBeLessThanOrEqual(width);
      expect(sorted.map(({ text }) => text)).toEqual(expect.arrayContaining([shortDay(DAYS[0]!), 'all']));
      // The two longest pauses follow these days.
      if (width > 1000)
        expect(sorted.map(({ text }) => text)).toEqual(expect.arrayContaining(['3 Aug 2024', '5 Jan 2024']));
    }
  });
});

describe('a map with a chosen day', () => {
  it('is whole on paper', () =>
    onMap(async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect((await seen(page)).sort()).toEqual(upTo(LAST));
      expect(
        await page.evaluate(
          () =>
            [...document.querySelectorAll('.comfort')].filter((element) => element.getClientRects().length > 0).length,
        ),
      ).toBe(0);
    }, `?at=${DAYS[1]}#map`));

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, in %s colours', (colorScheme) =>
    onMap(async (page) => expect(await barriersOf(page, '#map')).toEqual([]), `?at=${DAYS[1]}#map`, {
      colorScheme,
      reducedMotion: 'reduce',
    }),
  );
});
