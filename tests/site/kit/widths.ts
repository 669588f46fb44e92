import type { Page } from 'playwright';
import { openDetails } from './browser.ts';

/** Widths of screens, in pixels, from the smallest telephone on. */
export const WIDTHS = [320, 360, 768, 1280, 1920];

/** Lists the parts that would make a reader scroll sideways, at each width, with everything unfolded. */
export async function partsTooWide(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await openDetails(page);
    faults.push(...(await tooWide(page)).map((fault) => `${width} pixels: ${fault}`));
  }
  return faults;
}

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
