import type { Page } from 'playwright';
import { openDetails } from './browser.ts';

/**
 * Tabs through a page: counts the elements that the keyboard reaches, and lists those that do not show that they have the focus.
 * Elements of one class in one place are styled alike, so of those that differ in nothing but their words `each` may be so many.
 */
export async function checkFocus(page: Page, each = Infinity): Promise<{ reached: number; unmarked: string[] }> {
  await openDetails(page);
  // Browsers mark the focus only for someone who uses the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate((most) => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const looks = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const isSeen =
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|\/ 0\)$|^transparent$/.test(outlineColor);
      return { outline: isSeen ? `${outlineStyle} ${outlineWidth} ${outlineColor}` : '', boxShadow };
    };
    let reached = 0;
    const unmarked: string[] = [];
    const alike = new Map<string, number>();
    const placeOf = (element: Element | null): string =>
      element ? `${placeOf(element.parentElement)} ${element.localName}.${element.getAttribute('class') ?? ''}` : '';
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>(selector)) {
      const place = placeOf(element);
      const before = alike.get(place) ?? 0;
      alike.set(place, before + 1);
      if (before >= most) continue;
      (document.activeElement as HTMLElement | null)?.blur();
      const unfocused = looks(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) {
        if (element.checkVisibility({ visibilityProperty: true }))
          unmarked.push(`not reached: ${element.outerHTML.slice(0, 120)}`);
        continue;
      }
      reached += 1;
      const after = looks(element);
      const isMarked =
        (after.outline !== '' && after.outline !== unfocused.outline) || after.boxShadow !== unfocused.boxShadow;
      if (!isMarked) unmarked.push(element.outerHTML.slice(0, 120));
    }
    return { reached, unmarked };
  }, each);
}
