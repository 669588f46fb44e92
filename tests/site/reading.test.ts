import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIGURE_IDS } from '../../src/figures/index.ts';
import { barriersOf } from './kit/barriers.ts';
import { useBrowser } from './kit/browser.ts';
import { drawnRows, framed, middleOf, readMark, slider, strip, tried, type ReadMark } from './kit/charts.ts';
import { DIST, pageOfFigure } from './kit/dist.ts';

const visit = useBrowser();
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const FIGURE = 'displaced-since-1027';
const AT = `?at=A12#${FIGURE}`;

const show = (page: Page, figure: string) =>
  page
    .locator(`#${figure} .figure__picture`)
    .evaluate((picture) => picture.scrollIntoView({ behavior: 'instant', block: 'start' }));

describe.each(FIGURE_IDS)('the marks of %s', (figure) => {
  const rows = drawnRows(figure);
  let seen: Awaited<ReturnType<typeof readAllMarks>>;
  beforeAll(async () => {
    seen = await visit(pageOfFigure(figure), { viewport: { width: 1280, height: 1100 } }, (page) =>
      readAllMarks(page, figure, rows),
    );
  });

  it('are read by arrow keys, each once, in the order of the table and in its words', () => {
    const { marks, most, left } = seen.byKeys;
    expect(rows.length).toBeGreaterThan(1);
    expect(most).toBe(`${rows.length}`);
    expect(marks.map(({ row }) => row)).toEqual(tried(rows));
    expect(marks.map(({ said }) => said)).toEqual(marks.map(({ wanted }) => wanted));
    expect(left).toEqual({ framed: [], said: '' });
  });

  it('are read by a pointer that stands on them, and nothing moves or stays', () => {
    const { marks, moved, address, left } = seen.byPointer;
    expect(marks.map(({ said }) => said)).toEqual(marks.map(({ inPassing }) => inPassing));
    // Of marks that lie on each other the upper one is read.
    expect(new Set(marks.map(({ row }) => row)).size / tried(rows).length).toBeGreaterThan(0.8);
    expect(marks.filter(({ row }) => row === undefined)).toEqual([]);
    expect(moved).toBe(0);
    expect(address).not.toContain('at=');
    expect(left).toEqual({ framed: [], said: '' });
  });
});

/** Reads the marks of a figure by keys and then by a pointer. */
async function readAllMarks(page: Page, figure: string, rows: string[]) {
  const read = new Set(tried(rows));
  const left = async () => ({
    framed: await framed(page, figure),
    said: (await strip(page, figure).textContent()) ?? '',
  });

  await slider(page, figure).focus();
  const most = await slider(page, figure).getAttribute('max');
  const keyMarks: ReadMark[] = [];
  for (const row of rows) {
    await page.keyboard.press('ArrowRight');
    if (read.has(row)) keyMarks.push(await readMark(page, figure));
  }
  await page.keyboard.press('Home');
  const byKeys = { marks: keyMarks, most, left: await left() };

  await show(page, figure);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  const pointerMarks: ReadMark[] = [];
  for (const row of read) {
    const { x, y } = await middleOf(page, figure, row);
    await page.mouse.move(x, y);
    pointerMarks.push(await readMark(page, figure));
  }
  const moved = (await height()) - before;
  await page.mouse.move(2, 2);
  return { byKeys, byPointer: { marks: pointerMarks, moved, address: page.url(), left: await left() } };
}

describe('a mark that a reader has chosen', () => {
  it('stands in the address, with its sources; Escape and the button leave it', () =>
    visit(pageOfFigure(FIGURE), { viewport: { width: 1280, height: 1100 } }, async (page) => {
      await show(page, FIGURE);
      const { x, y } = await middleOf(page, FIGURE, 'A12');
      for (const leave of [() => page.keyboard.press('Escape'), () => strip(page, FIGURE).getByText('Close').click()]) {
        await page.mouse.click(x, y);
        await page.waitForURL((url) => url.search + url.hash === AT);
        expect(await strip(page, FIGURE).getAttribute('role')).toBe('status');
        expect(await strip(page, FIGURE).locator('a').count()).toBeGreaterThan(0);
        await leave();
        await page.waitForURL((url) => url.search === '');
        expect(await framed(page, FIGURE)).toEqual([]);
        await page.mouse.move(2, 2);
      }
    }));

  it('of the explainer leads to its source and notes on the page of the figure', () =>
    visit(`index.html${AT}`, {}, async (page) => {
      await strip(page, FIGURE).getByRole('link', { name: 'Source and notes' }).click();
      await page.waitForURL(`**/${pageOfFigure(FIGURE)}#${FIGURE}-A12`);
      expect(await page.locator(`#${FIGURE}-A12`).isVisible()).toBe(true);
    }));

  it('has its words although the picture leaves its rows to another one', () =>
    visit('index.html?at=TN22#towns-month-by-month', {}, async (page) => {
      expect((await readMark(page, 'towns-month-by-month')).said).toContain('Lashio');
    }));

  it('is tapped near it on a phone, and its words and itself are on the screen', () =>
    visit(pageOfFigure(FIGURE), PHONE, async (page) => {
      await show(page, FIGURE);
      const { x, y } = await middleOf(page, FIGURE, 'A12');
      await page.touchscreen.tap(x - 12, y + 4);
      expect(await framed(page, FIGURE)).toEqual(['A12']);
      const box = (await strip(page, FIGURE).boundingBox())!;
      expect(box.y).toBeGreaterThan(y);
      expect(box.y + box.height).toBeLessThanOrEqual(741);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }));

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, in %s colours', (colorScheme) =>
    visit(`${pageOfFigure(FIGURE)}${AT}`, { colorScheme, reducedMotion: 'reduce' }, async (page) =>
      expect(await barriersOf(page, `#${FIGURE}`)).toEqual([]),
    ),
  );

  it('is not on paper, and nothing of this is there without scripts', async () => {
    await visit(`${pageOfFigure(FIGURE)}${AT}`, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('figure .comfort:visible').count()).toBe(0);
      const frame = await page
        .locator('.is-read')
        .first()
        .evaluate((mark) => getComputedStyle(mark).outlineStyle);
      expect(frame).toBe('none');
    });
    await visit(`${pageOfFigure(FIGURE)}${AT}`, { javaScriptEnabled: false }, async (page) =>
      expect(await page.locator('.comfort, main input').count()).toBe(0),
    );
  });
});

describe('a link to a row or a day', () => {
  const lost = (page: Page) => page.locator('.readout__lost').allInnerTexts();

  it('opens the figure that has the row, also where it names none', () =>
    visit('index.html?at=A12', {}, async (page) => {
      expect(await framed(page, FIGURE)).toEqual(['A12']);
      await page.waitForFunction(() => scrollY > 1000);
    }));

  it.each([`?at=A99#${FIGURE}`, `#${FIGURE}-A99`, `?at=title#${FIGURE}`, `?at=%3Cimg%3E#${FIGURE}`])(
    'that is gone opens at the figure and says so: %s',
    (search) =>
      visit(`${pageOfFigure(FIGURE)}${search}`, {}, async (page) =>
        expect(await lost(page)).toEqual(['This link points to a row that this figure does not have.']),
      ),
  );

  it.each([FIGURE, 'positions-lost'])('that asked %s for what had been published by a day leads on', (figure) =>
    visit(`index.html?at=2023-12-01#${figure}`, {}, async (page) => {
      await page.waitForURL(`**/${pageOfFigure(figure)}?at=2023-12-01#${figure}`);
      expect(await lost(page)).toEqual([
        'Figures no longer show what was published by a day. There is a brief of 1 December 2023',
      ]);
      await page.locator('.readout__lost a').click();
      await page.waitForURL('**/then/2023-12-01.html');
    }),
  );

  it('of the map leads from the explainer to the map as it was on that day', () =>
    visit('index.html?at=2023-12-24#map', {}, async (page) => {
      await page.waitForURL(`**/${pageOfFigure('map')}?at=2023-12-24#map`);
      expect(await page.locator('.days p').innerText()).toContain('22 Dec 2023');
      expect(await lost(page)).toEqual([]);
    }));

  it('elsewhere changes nothing', () =>
    visit('index.html?at=A12#china', {}, async (page) =>
      expect(await page.locator('.is-read, .readout__lost').count()).toBe(0),
    ));

  it('is kept in a file on the reader’s own machine, without a complaint', () =>
    visit('about:blank', {}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${pathToFileURL(join(DIST, pageOfFigure(FIGURE))).href}${AT}`);
      expect(await framed(page, FIGURE)).toEqual(['A12']);
      expect(complaints).toEqual([]);
    }));
});
