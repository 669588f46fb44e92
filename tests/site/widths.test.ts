import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';

const WIDTHS = [320, 360, 768, 1280, 1920];

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  it(`needs no sideways scrolling at ${WIDTHS.join(', ')} pixels`, async () => {
    const found = await visit(file, {}, async (page) => {
      const faults: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await openDetails(page);
        faults.push(...(await tooWide(page)).map((fault) => `${width} pixels: ${fault}`));
      }
      return faults;
    });
    expect(found).toEqual([]);
  });
});

/** What makes a page wider than its screen; nothing if it fits. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')]
      .map((element) => ({ element, right: Math.round(element.getBoundingClientRect().right) }))
      .filter(({ right }) => right > clientWidth + 1)
      .sort((a, b) => b.right - a.right)
      .map(
        ({ element, right }) =>
          `to ${right}: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} in #${element.closest('[id]')?.id ?? ''}, “${element.textContent?.trim().slice(0, 40) ?? ''}”`,
      );
    return [`${scrollWidth - clientWidth} too wide`, ...wide.slice(0, 5)];
  });
}
