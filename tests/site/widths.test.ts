import { describe, expect, it } from 'vitest';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';

const WIDTHS = [320, 360, 768, 1280, 1920];

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  it.each(WIDTHS)('needs no sideways scrolling, %i pixels wide', async (width) => {
    const found = await visit(file, { viewport: { width, height: 800 } }, async (page) => {
      await openDetails(page);
      return page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide = [...document.querySelectorAll('body *')]
          .map((element) => ({ element, right: Math.round(element.getBoundingClientRect().right) }))
          .filter(({ right }) => right > clientWidth + 1)
          .sort((a, b) => b.right - a.right)
          .map(({ element, right }) => `to ${right}: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} in #${element.closest('[id]')?.id ?? ''}, “${element.textContent?.trim().slice(0, 40) ?? ''}”`);
        return { tooWide: scrollWidth - clientWidth, because: scrollWidth > clientWidth ? wide.slice(0, 5) : [] };
      });
    });
    expect(found).toEqual({ tooWide: 0, because: [] });
  });
});
