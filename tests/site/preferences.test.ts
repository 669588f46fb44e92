import { describe, expect, it } from 'vitest';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';
import { checkFocus } from './kit/focus.ts';

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  it('moves nothing for a reader who wants no motion', async () => {
    const moving = await visit(file, { reducedMotion: 'reduce' }, async (page) => {
      await openDetails(page);
      return page.evaluate(() => {
        const isLong = (times: string) => times.split(',').some((time) => parseFloat(time) > 0.01);
        return [...document.querySelectorAll('*')]
          .filter((element) => {
            const style = getComputedStyle(element);
            return (
              isLong(style.transitionDuration) ||
              (style.animationName !== 'none' && isLong(style.animationDuration)) ||
              style.scrollBehavior === 'smooth'
            );
          })
          .map((element) => element.outerHTML.slice(0, 120));
      });
    });
    expect(moving).toEqual([]);
  });

  it('marks the focus in the colours a reader has forced', async () => {
    const { reached, unmarked } = await visit(file, { forcedColors: 'active', reducedMotion: 'reduce' }, checkFocus);
    expect(reached).toBeGreaterThan(0);
    expect(unmarked).toEqual([]);
  });
});
