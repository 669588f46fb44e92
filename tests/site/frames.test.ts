import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { embedCode } from '../../src/figures/embed.ts';
import { figurePages } from '../../src/figures/all-works.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';

/** What may stand blank in a frame in a usual column, in the wide faces of this machine. */
const BLANK = 120;

const codes = figurePages(ledger).map((work) => embedCode(ledger, work, `${inject('origin')}/`));
const visit = useBrowser();

let other: Server;
beforeAll(async () => {
  const body = codes.map(({ picture, frame }) => picture + frame.replace('loading="lazy"', '')).join('');
  const page = `<!doctype html><link rel="icon" href="data:,"><meta name="color-scheme" content="light dark"><title>News</title><body style="margin:0">${body}`;
  other = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(() => other?.close());

/** Looks into every frame of a page of another origin, in a column of some width. */
async function framesAt(page: Page, width: number) {
  await page.setViewportSize({ width, height: 900 });
  return Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) =>
        frame.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          const [above, credit] = [...document.querySelectorAll('main > *')]
            .slice(-2)
            .map((one) => one.getBoundingClientRect());
          return {
            figure: location.pathname,
            cut: scrollHeight - innerHeight,
            aside: scrollWidth - innerWidth,
            blank: credit!.top - above!.bottom,
            paper: getComputedStyle(document.documentElement).backgroundColor,
          };
        }),
      ),
  );
}

it('pictures and frames of all figures show in a page of another origin: whole in columns, scrolling on phones, light or dark', async () => {
  await visit('about:blank', {}, async (page) => {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    await page.waitForLoadState('load');
    const pictures = await page
      .locator('a > img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
    expect(pictures.filter((width) => width > 0)).toHaveLength(codes.length);

    const columns = [await framesAt(page, 680), await framesAt(page, 736), await framesAt(page, 1000)].flat();
    expect(columns).toHaveLength(3 * codes.length);
    expect(columns.filter(({ cut, aside, blank }) => cut > 0 || aside > 0 || blank > BLANK)).toEqual([]);
    expect((await framesAt(page, 360)).filter(({ aside }) => aside > 0)).toEqual([]);

    const papers = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      return new Set((await framesAt(page, 680)).map(({ paper }) => paper));
    };
    expect([...(await papers('light')), ...(await papers('dark'))]).toEqual(['rgb(251, 250, 246)', 'rgb(23, 24, 26)']);
  });
});
