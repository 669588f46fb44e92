import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { barriersOf } from './kit/barriers.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { ringAround, rowsInOrder, rowsInTable, slider, spokenOfRow, wordsOfRow, wordsOfStrip } from './kit/charts.ts';
import { DIST, pageOfFigure } from './kit/dist.ts';

const visit = useBrowser();
const FIGURE = 'displaced-since-1027';

/** Returns the figure that an address names after its `#`. */
function figureOf(search: string): string {
  return /#(displaced-since-1027|[a-z]+(?:-[a-z]+)*)/.exec(search)![1]!;
}

describe('a link to a point', () => {
  it.each([`?at=A12#${FIGURE}`, `?at=A12#${FIGURE}-A21`, `?at=f-wire-displaced#${FIGURE}`])(
    'opens there: %s',
    (search) =>
      visit(`${pageOfFigure(FIGURE)}${search}`, {}, async (page) => {
        const row = /at=([^#]+)/.exec(search)![1]!;
        expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, row));
        expect(await ringAround(page, FIGURE, row)).toBe(true);
        expect(await page.locator('.reading__lost').count()).toBe(0);
      }),
  );

  it('opens at a row that only the table has', () => {
    const row = rowsInTable(FIGURE).find((one) => !rowsInOrder(FIGURE).includes(one))!;
    return visit(`${pageOfFigure(FIGURE)}?at=${row}#${FIGURE}`, {}, async (page) => {
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, row));
      expect(await page.locator('.reading__line').count()).toBe(0);
    });
  });

  it.each([
    [`?at=A99#${FIGURE}`, '“A99”'],
    [`#${FIGURE}-A99`, '“A99”'],
    [`?at=A99#${FIGURE}-A99`, '“A99”'],
    [`?at=title#${FIGURE}`, '“title”'],
    ['?at=2023-99-01#displaced-total', '“2023-99-01”'],
    ['?at=A%20sentence%20of%20somebody%20else#displaced-total', 'a point'],
    ['?at=%3Cimg%3E#sources-disagree', 'a point'],
  ])('that is gone opens at the figure and says so: %s', (search, name) =>
    visit(`${pageOfFigure(figureOf(search))}${search}`, {}, async (page) => {
      const figure = figureOf(search);
      expect(await page.locator('.reading__lost').allInnerTexts()).toEqual([
        `This link points to ${name}, which is not in this figure (any more).`,
      ]);
      const top = await page.locator(`#${figure}`).evaluate((element) => element.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(60);
      expect(await page.locator('.reading__line').count()).toBe(0);
    }),
  );

  it('to a day of a figure without days says that it is shown whole', () =>
    visit(`${pageOfFigure('displaced-total')}?at=2023-12-01#displaced-total`, {}, async (page) => {
      expect(await page.locator('.reading__lost').allInnerTexts()).toEqual([
        'This figure has no days; here is all of it.',
      ]);
    }));

  it('in a figure without a reading line leads to its row, marked and said', () =>
    visit(`${pageOfFigure('map')}?at=TN22#map`, { reducedMotion: 'reduce' }, async (page) => {
      const row = page.locator('#map-TN22');
      await page.waitForFunction(() => document.querySelector('body > [role="status"]')!.textContent !== '');
      expect(await page.locator('body > [role="status"]').textContent()).toBe(await spokenOfRow(page, 'map', 'TN22'));
      expect(
        await row.evaluate(
          (line) => line.getBoundingClientRect().top >= 0 && line.getBoundingClientRect().bottom <= innerHeight,
        ),
      ).toBe(true);
      expect(await row.evaluate((line) => getComputedStyle(line).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
    }));

  it('without a figure opens at the figure that has the row; a day alone does nothing', async () => {
    await visit('index.html?at=A12', {}, async (page) => {
      expect(await ringAround(page, FIGURE, 'A12')).toBe(true);
      expect(
        await page.locator(`#${FIGURE}`).evaluate((figure) => Math.abs(figure.getBoundingClientRect().top) < 60),
      ).toBe(true);
    });
    await visit('index.html?at=2023-12-01', {}, async (page) => {
      expect(await page.locator('.reading__line, .reading__lost, .is-later').count()).toBe(0);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });

  it('elsewhere changes nothing', () =>
    visit('index.html?at=A12#china', {}, async (page) => {
      expect(await page.locator('.reading__line, .reading__lost').count()).toBe(0);
    }));

  it('is found and kept in a file on the reader’s own machine, without a complaint', () =>
    visit('about:blank', {}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${pathToFileURL(join(DIST, `figures/${FIGURE}.html`)).href}?at=A12#${FIGURE}`);
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, 'A12'));
      await slider(page, FIGURE).focus();
      await page.keyboard.press('End');
      const last = rowsInOrder(FIGURE).at(-1)!;
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, last));
      await page.waitForURL(({ search }) => search === `?at=${last}`);
      expect(complaints).toEqual([]);
    }));
});

describe('what reading adds', () => {
  it('is not there without scripts', () =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.comfort, input, [role="slider"], .reading__line').count()).toBe(0);
    }));

  it('is not on paper', () =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(
        await page.evaluate(
          () =>
            [...document.querySelectorAll('.comfort, .reading__line')].filter(
              (element) => element.getClientRects().length > 0,
            ).length,
        ),
      ).toBe(0);
    }));

  it.each([320, 1280])('has targets for fingers and no side-scrolling, %i pixels wide', (width) =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, { viewport: { width, height: 740 } }, async (page) => {
      const sizes = await page
        .locator('.comfort input, .comfort button')
        .evaluateAll((all) =>
          all.map((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]),
        );
      for (const [wide, high] of sizes) {
        expect(wide).toBeGreaterThanOrEqual(44);
        expect(high).toBeGreaterThanOrEqual(44);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }),
  );

  it.each([
    ['light', 'none'],
    ['dark', 'none'],
    ['light', 'active'],
  ] as const)(
    'has no barrier that axe knows while a point is read, in %s colours, forced: %s',
    (colorScheme, forcedColors) =>
      visit(
        `${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`,
        { colorScheme, forcedColors, reducedMotion: 'reduce' },
        async (page) => {
          await openDetails(page);
          expect(await barriersOf(page, `#${FIGURE}`)).toEqual([]);
        },
      ),
  );

  it('shows the line in forced colours', () =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, { forcedColors: 'active' }, async (page) => {
      const [line, paper] = await page.evaluate(() => [
        getComputedStyle(document.querySelector('.reading__line circle')!).stroke,
        getComputedStyle(document.body).backgroundColor,
      ]);
      expect(line).not.toBe(paper);
      expect(line).not.toBe('none');
    }));
});
