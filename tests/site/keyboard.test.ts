import { describe, expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { PAGES, WHOLE_PAGES } from './kit/dist.ts';
import { checkFocus } from './kit/focus.ts';

const visit = useBrowser();

describe.each(WHOLE_PAGES)('%s', (file) => {
  it('offers the way past its head first, and that way leads into the text', async () => {
    await visit(file, { reducedMotion: 'reduce' }, async (page) => {
      await page.keyboard.press('Tab');
      const link = page.locator(':focus');
      expect(await link.getAttribute('href')).toMatch(/^#/);
      const box = await link.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.width > 20 && box.height > 10, 'the link shows').toBe(true);

      const target = (await link.getAttribute('href')) as string;
      await page.keyboard.press('Enter');
      expect(
        await page.evaluate(
          (hash) => document.querySelector(hash)?.closest('main') !== null && location.hash === hash,
          target,
        ),
      ).toBe(true);
      await page.keyboard.press('Tab');
      const isPastHead = await page.evaluate(() => {
        const main = document.querySelector('main') as HTMLElement;
        const place = main.compareDocumentPosition(document.activeElement as Element);
        return main.contains(document.activeElement) || (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      });
      expect(isPastHead, 'the next Tab goes on from the text').toBe(true);
    });
  });
});

describe.each(PAGES)('%s', (file) => {
  it.each(['light', 'dark'] as const)('marks whatever has the focus, in %s colours', async (colorScheme) => {
    const { reached, unmarked } = await visit(file, { colorScheme, reducedMotion: 'reduce' }, checkFocus);
    expect(reached).toBeGreaterThan(0);
    expect(unmarked).toEqual([]);
  });
});
