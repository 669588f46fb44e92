import type { Page } from 'playwright';
import { openDetails } from './browser.ts';

/** What the keyboard can reach on a page: how many elements, and which of them do not show that they have the focus. */
export async function checkFocus(page: Page): Promise<{ reached: number; unmarked: string[] }> {
  await openDetails(page);
  // Browsers mark the focus only for someone who uses the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const looks = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const isSeen =
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|\/ 0\)$|^transparent$/.test(outlineColor);
      return { outline: isSeen ? `${outlineStyle} ${outlineWidth} ${outlineColor}` : '', boxShadow };
    };
    let reached = 0;
    const unmarked: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>(selector)) {
      (document.activeElement as HTMLElement | null)?.blur();
      const before = looks(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) {
        if (element.checkVisibility({ visibilityProperty: true }))
          unmarked.push(`not reached: ${element.outerHTML.slice(0, 120)}`);
        continue;
      }
      reached += 1;
      const after = looks(element);
      const isMarked =
        (after.outline !== '' && after.outline !== before.outline) || after.boxShadow !== before.boxShadow;
      if (!isMarked) unmarked.push(element.outerHTML.slice(0, 120));
    }
    return { reached, unmarked };
  });
}
