import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { designOf } from '../../src/figures/index.ts';
import { useBrowser } from './kit/browser.ts';
import { pageOfFigure } from './kit/dist.ts';
import {
  middleOf,
  placeOf,
  READ,
  ringAround,
  rowsInOrder,
  slider,
  spokenOfRow,
  strip,
  wordsOfRow,
  wordsOfStrip,
} from './kit/charts.ts';
import { openFixture } from './kit/fixture.ts';

const visit = useBrowser();
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const [FIGURE, OTHER] = ['displaced-since-1027', 'positions-lost'] as const;

const show = (page: Page, figure: string) =>
  page
    .locator(`#${figure} .figure__picture`)
    .evaluate((picture) => picture.scrollIntoView({ behavior: 'instant', block: 'start' }));
const isClean = (url: URL) => url.search === '';

describe.each(READ)('%s, read by keyboard alone,', (figure) => {
  it('gives every drawn row in order, in the words of its row, with a line at its mark', () =>
    visit(pageOfFigure(figure), {}, async (page) => {
      const rows = rowsInOrder(figure);
      const words = new Map(
        await Promise.all(rows.map(async (row) => [await wordsOfRow(page, figure, row), row] as const)),
      );
      const input = slider(page, figure);
      const read: string[] = [];
      await input.focus();
      expect(await input.getAttribute('aria-valuetext')).toBe(`nothing chosen; ${rows.length} points`);
      await page.keyboard.press('Home');
      for (let index = 0; index < rows.length; index += 1) {
        if (index > 0) await page.keyboard.press('ArrowRight');
        const said = await wordsOfStrip(page, figure);
        const row = words.get(said) ?? `a row that says ${said}`;
        expect(await ringAround(page, figure, row), row).toBe(true);
        expect(await input.getAttribute('aria-valuetext')).toBe(await spokenOfRow(page, figure, row));
        read.push(row);
      }
      expect(await input.getAttribute('max')).toBe(`${rows.length - 1}`);
      expect([...read].sort()).toEqual([...rows].sort());
      if (designOf(figure).reading === 'rows') expect(read).toEqual(rows);
      else
        read
          .slice(1)
          .forEach((row, index) =>
            expect(
              placeOf(figure, row) - placeOf(figure, read[index]!),
              `${read[index]} before ${row}`,
            ).toBeGreaterThan(-1),
          );
    }));
});

describe.each(READ)('%s, read with a mouse,', (figure) => {
  it('gives every mark to a pointer that stands on it', () =>
    visit(pageOfFigure(figure), { viewport: { width: 1280, height: 1100 } }, async (page) => {
      await show(page, figure);
      for (const row of rowsInOrder(figure)) {
        const { x, y } = await middleOf(page, figure, row);
        await page.mouse.move(x, y);
        expect(await wordsOfStrip(page, figure)).toBe(await wordsOfRow(page, figure, row));
      }
      expect(page.url()).not.toContain('at=');
      await page.mouse.move(2, 2);
      expect(await page.locator('.reading__line').count()).toBe(0);
      expect(await strip(page, figure).innerText()).toContain('Point at a mark');
    }));
});

describe('the reading line', () => {
  it.each(READ)(
    'lets the reader of %s tab past its slider, with and without a pointer over the picture, and never loses the focus',
    (figure) =>
      visit(pageOfFigure(figure), { viewport: { width: 1280, height: 1100 } }, async (page) => {
        const focused = () => page.evaluate(() => document.activeElement?.tagName);
        for (const hovers of [false, true]) {
          await show(page, figure);
          if (hovers) {
            const { x, y } = await middleOf(page, figure, rowsInOrder(figure)[0]!);
            await page.mouse.move(x, y);
            expect(await page.locator('.is-passing').count()).toBe(1);
            expect(await strip(page, figure).locator('a, button').count()).toBe(0);
          }
          await slider(page, figure).focus();
          for (let tabs = 0; tabs < 4; tabs += 1) {
            await page.keyboard.press('Tab');
            expect(await focused()).not.toBe('BODY');
          }
          expect(isClean(new URL(page.url()))).toBe(true);
        }
      }),
  );

  it.each(['Home', 'ArrowLeft', 'Enter'])('takes the first point with %s', (key) =>
    visit(pageOfFigure(FIGURE), {}, async (page) => {
      await slider(page, FIGURE).focus();
      await page.keyboard.press(key);
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, rowsInOrder(FIGURE)[0]!));
    }),
  );

  it('takes the first point when a finger taps the thumb', () =>
    visit(pageOfFigure(FIGURE), PHONE, async (page) => {
      await slider(page, FIGURE).tap({ position: { x: 11, y: 22 } });
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, rowsInOrder(FIGURE)[0]!));
    }));

  it('has a slider that is called like no other control', () =>
    visit(pageOfFigure(FIGURE), {}, async (page) => {
      const names = await page.locator('.slider label').allInnerTexts();
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain('Read Figure 6 point by point');
    }));

  it.each(READ)(
    'of %s leaves a tapped mark in sight on a phone, and takes at most a good third of the screen',
    (figure) =>
      visit(pageOfFigure(figure), { ...PHONE, reducedMotion: 'reduce' }, async (page) => {
        for (const row of rowsInOrder(figure)) {
          await page
            .locator(`#${figure} .chart--phone [data-row="${row}"]`)
            .first()
            .evaluate((mark) => mark.scrollIntoView({ behavior: 'instant', block: 'end' }));
          const { x, y } = await middleOf(page, figure, row);
          if (y > 735 || y < 5) continue;
          // A strip that still stands there takes the tap.
          await page.keyboard.press('Escape');
          await page.touchscreen.tap(x, y);
          const [mark, words] = await page.evaluate(
            (id) =>
              [
                document.querySelector(`#${id} .reading__line > :last-child`)!.getBoundingClientRect().bottom,
                document.querySelector(`#${id} .reading__strip`)!.getBoundingClientRect(),
              ] as const,
            figure,
          );
          expect(words.height).toBeLessThanOrEqual(0.36 * 740);
          expect(mark, row).toBeLessThanOrEqual(words.top);
        }
      }),
  );

  it('leads on a phone to the row in the table, which holds the notes', () =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, PHONE, async (page) => {
      expect(await strip(page, FIGURE).locator('small').first().isVisible()).toBe(false);
      await strip(page, FIGURE).getByRole('link', { name: 'Notes in the table' }).click();
      await page.locator(`#${FIGURE}-A12 small`).first().waitFor({ state: 'visible' });
    }));

  it('is left with Escape: line, words and address are clean, and the slider keeps the focus', () =>
    visit(`figures/${FIGURE}.html?from=mail`, {}, async (page) => {
      await slider(page, FIGURE).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(
        (url) => url.search === `?from=mail&at=${rowsInOrder(FIGURE)[1]}` && url.hash === `#${FIGURE}`,
      );
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => url.search === '?from=mail');
      expect(await page.locator('.reading__line').count()).toBe(0);
      expect(await strip(page, FIGURE).innerText()).toContain('Point at a mark');
      expect(await slider(page, FIGURE).evaluate((input) => input === document.activeElement)).toBe(true);
    }));

  it('stays where the reader clicks, leads to the source, and is closed by its button', () =>
    visit(pageOfFigure(FIGURE), { viewport: { width: 1280, height: 1100 } }, async (page) => {
      await show(page, FIGURE);
      const { x, y } = await middleOf(page, FIGURE, 'A12');
      await page.mouse.click(x, y);
      await page.mouse.move(2, 2);
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, 'A12'));
      const hrefs = (selector: string) =>
        page
          .locator(`${selector} a:not(.reading__more)`)
          .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(await hrefs(`#${FIGURE} .reading__strip`)).toEqual(await hrefs(`#${FIGURE}-A12`));
      await page.waitForURL((url) => url.search === '?at=A12');
      expect(await slider(page, FIGURE).inputValue()).toBe(`${rowsInOrder(FIGURE).indexOf('A12')}`);
      await strip(page, FIGURE).getByRole('button', { name: 'Close' }).click();
      await page.waitForURL(isClean);
      expect(await page.locator('.reading__line').count()).toBe(0);
      expect(await slider(page, FIGURE).evaluate((input) => input === document.activeElement)).toBe(true);
    }));

  it('speaks a click politely, and keys only by the slider', () =>
    visit(pageOfFigure(FIGURE), { viewport: { width: 1280, height: 1100 } }, async (page) => {
      const voice = page.locator('body > [role="status"]');
      await slider(page, FIGURE).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL('**?at=*');
      expect(await page.locator('[aria-live], output').count()).toBe(0);
      expect(await voice.textContent()).toBe('');
      await show(page, FIGURE);
      const { x, y } = await middleOf(page, FIGURE, 'A12');
      await page.mouse.click(x, y);
      await page.waitForFunction(() => document.querySelector('body > [role="status"]')!.textContent !== '');
      expect(await voice.textContent()).toBe(await slider(page, FIGURE).getAttribute('aria-valuetext'));
      await page.keyboard.press('Escape');
      await page.waitForFunction(() =>
        /^nothing chosen/.test(document.querySelector('body > [role="status"]')!.textContent!),
      );
      // Nothing old stays for whoever comes across it.
      await page.waitForFunction(() => document.querySelector('body > [role="status"]')!.textContent === '');
    }));

  it('is read by touch, from tap to tap and along a finger, and the page still scrolls', () =>
    visit(pageOfFigure(FIGURE), PHONE, async (page) => {
      await show(page, FIGURE);
      const at = await middleOf(page, FIGURE, 'A12');
      await page.touchscreen.tap(at.x, at.y);
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, 'A12'));
      expect(await ringAround(page, FIGURE, 'A12')).toBe(true);
      await page.waitForURL('**?at=A12*');

      const to = await middleOf(page, FIGURE, 'A21');
      await swipe(page, at, { x: to.x, y: at.y });
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, 'A21'));

      const before = await page.evaluate(() => scrollY);
      await swipe(page, { x: at.x, y: 400 }, { x: at.x, y: 100 });
      await page.waitForFunction((top) => scrollY > top + 100, before);
      expect(await wordsOfStrip(page, FIGURE)).toBe(await wordsOfRow(page, FIGURE, 'A21'));
    }));

  it('moves to the other picture when the page gets narrow', () =>
    visit(`${pageOfFigure(FIGURE)}?at=A12#${FIGURE}`, {}, async (page) => {
      expect(await ringAround(page, FIGURE, 'A12')).toBe(true);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator(`#${FIGURE} .chart--phone .reading__line`).waitFor();
      expect(await ringAround(page, FIGURE, 'A12')).toBe(true);
      expect(await page.locator('.reading__line').count()).toBe(1);
    }));

  it('leaves other figures alone', () =>
    visit('index.html', {}, async (page) => {
      for (const id of [FIGURE, OTHER]) await page.locator(`#${id} .figure__numbers > summary`).click();
      const other = rowsInOrder(OTHER)[1]!;
      await slider(page, FIGURE).focus();
      await page.keyboard.press('ArrowRight');
      const words = await wordsOfStrip(page, FIGURE);
      await slider(page, OTHER).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.search === `?at=${other}` && url.hash === `#${OTHER}`);
      expect(await wordsOfStrip(page, FIGURE)).toBe(words);
      await page.keyboard.press('Escape');
      await page.waitForURL(isClean);
      expect(await wordsOfStrip(page, FIGURE)).toBe(words);
      expect(await page.locator('.reading__line').count()).toBe(1);
    }));

  it('leaves the address when the reader follows a link to elsewhere', () =>
    visit('index.html', {}, async (page) => {
      await page.locator(`#${FIGURE} .figure__numbers > summary`).click();
      await slider(page, FIGURE).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL('**?at=*');
      await page.locator('.contents--wide a[href$="#china"]').click();
      await page.waitForURL((url) => url.search === '' && url.hash === '#china');
    }));
});

describe('a chart of rows', () => {
  it('is read row by row, in the order of its table', () =>
    visit('about:blank', { viewport: { width: 800, height: 900 } }, async (page) => {
      await openFixture(page, BARS);
      const input = slider(page, 'bars');
      await input.focus();
      await page.keyboard.press('Home');
      for (const [index, row] of ['P2', 'P1', 'P3'].entries()) {
        if (index > 0) await page.keyboard.press('ArrowRight');
        expect(await wordsOfStrip(page, 'bars')).toBe(await wordsOfRow(page, 'bars', row));
        expect(await ringAround(page, 'bars', row)).toBe(true);
      }
      // Far to the right of every bar, the height alone decides.
      const { y } = await middleOf(page, 'bars', 'P1');
      const right = await page.locator('#bars .chart--column').evaluate((svg) => svg.getBoundingClientRect().right - 4);
      await page.mouse.move(right, y + 8);
      expect(await wordsOfStrip(page, 'bars')).toBe(await wordsOfRow(page, 'bars', 'P1'));
    }));
});

/** A figure of rows: bars that do not stand in the order of the table, one of them in two pieces. */
const ROWS = ['P1', 'P2', 'P3'];
const bars = (name: string) =>
  `<svg class="chart chart--${name}" viewBox="0 0 680 200" width="680" height="200" role="img" aria-label="Bars"><g aria-hidden="true"><g class="chart__axis"><path d="M0 10V190"/></g><g class="chart__bar tone-ink">${ROWS.map((row, index) => `<path d="M${60 * index + 20} ${60 * index + 20}h${200 - 60 * index}v20h-${200 - 60 * index}z" data-row="${row}"/>`).join('')}<path d="M300 20h9v20h-9z" data-row="P1"/></g></g></svg>`;
const BARS = `<figure id="bars" class="figure" data-reading="rows"><h2 class="figure__title">Bars</h2><div class="figure__main"><div class="figure__picture">${bars('phone')}${bars('column')}</div></div><table class="figure__table"><tbody>${['P2', 'P1', 'P3'].map((row) => `<tr id="bars-${row}"><th scope="row">1 Nov 2023</th><td>${row}</td><td>somebody; taken. <a href="sources.html#x">Source</a></td></tr>`).join('')}</tbody></table></figure>`;

/** A finger that goes over the screen, as the browser itself would report it. */
async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let step = 1; step <= 8; step += 1)
    await send('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }]);
  await send('touchEnd', []);
}
