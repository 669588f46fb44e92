import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import { launch } from '../../../src/build/browser.ts';

const WIDE = { width: 1280, height: 800 };

/** Visits one page of the built site: `await visit('index.html', { colorScheme: 'dark' }, async (page) => …)`. */
export type Visit = <T>(file: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) => Promise<T>;

/** A browser for the tests of one file; each visit has a profile of its own. */
export function useBrowser(): Visit {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(inject('chromium'));
  });
  afterAll(() => browser?.close());
  return async (file, options, look) => {
    const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB', timezoneId: 'UTC', ...options });
    try {
      const page = await context.newPage();
      await page.goto(new URL(file, `${inject('origin')}/`).href);
      return await look(page);
    } finally {
      await context.close();
    }
  };
}

/** Opens everything that can be opened. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
