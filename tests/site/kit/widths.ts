import type { Page } from 'playwright';
import { openDetails } from './browser.ts';

/** Widths of screens, in pixels, from the smallest telephone on. */
export const WIDTHS = [320, 360, 768, 1280, 1920];

/** Lists the parts that would make a reader scroll sideways, or that the small map at the head of a page covers, at each width, with everything unfolded. */
export async function partsOutOfPlace(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await openDetails(page);
    faults.push(...[...(await tooWide(page)), ...(await underMap(page))].map((fault) => `${width} pixels: ${fault}`));
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

/** Lists words and rules on which the small map at the head of a page stands. */
async function underMap(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const map = document.querySelector('.page-opening .locator');
    if (!map?.checkVisibility()) return [];
    const own = map.getBoundingClientRect();
    const meets = ({ left, right, top, bottom }: DOMRect) =>
      left < own.right && right > own.left && top < own.bottom && bottom > own.top;
    /** What is seen of an element itself: the lines of its words, and the rule over it. */
    const seen = (element: Element): DOMRect[] => {
      const { x, y, width } = element.getBoundingClientRect();
      const rule = parseFloat(getComputedStyle(element).borderTopWidth);
      const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const range = document.createRange();
      return [
        ...(rule > 0 ? [new DOMRect(x, y, width, rule)] : []),
        ...words.flatMap((node) => {
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        }),
      ];
    };
    return [...document.querySelectorAll('main *')]
      .filter((element) => !map.contains(element) && element.checkVisibility() && seen(element).some(meets))
      .map((element) => `under the small map: “${element.textContent?.trim().slice(0, 40) ?? ''}”`);
  });
}
