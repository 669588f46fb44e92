import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { beforeAll, inject } from 'vitest';
import { launch } from '../../../src/build/browser.ts';
import { noteWork } from '../../../src/cli/test-summary.ts';

const WIDE = { width: 1280, height: 800 };

/** Visits one page of the built site: `await visit('index.html', { colorScheme: 'dark' }, async (page) => …)`. */
export type Visit = <T>(file: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) => Promise<T>;

/** The browser of a worker, for all its files; it ends with the worker. */
let shared: Promise<Browser> | undefined;

/** Gives the tests of a file a browser, in which each visit has a profile of its own. */
export function useBrowser(): Visit {
  beforeAll(async () => {
    await (shared ??= launch(inject('chromium')));
  });
  return async (file, options, look) => {
    const context = await newContext(await (shared as Promise<Browser>), options);
    try {
      const page = await context.newPage();
      if (file !== 'about:blank') await page.goto(new URL(file, `${inject('origin')}/`).href);
      return await look(page);
    } finally {
      await context.close();
    }
  };
}

/** Makes a new profile, as a reader has; every page that is loaded in it is counted among the work of the run. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.on('page', (page) =>
    page.on('domcontentloaded', () => {
      if (page.url() !== 'about:blank') noteWork('page', page.url());
    }),
  );
  return context;
}

/** Opens every `<details>` of a page. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Presses the fold of every figure’s numbers, as a reader may: nothing is scrolled to, which takes its time. */
export async function pressFolds(page: Page): Promise<void> {
  await page.locator('.figure__numbers > summary').evaluateAll((all) => {
    for (const summary of all) (summary as HTMLElement).click();
  });
}

/** Waits until the page has drawn what its scripts have changed. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
