import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { textContent } from '../../src/build/html-tree.ts';
import { useBrowser } from './kit/browser.ts';
import { parseBuilt } from './kit/dist.ts';
import { elementsById, oneSpace } from './kit/words.ts';

const visit = useBrowser();

/** Returns how far below the top of the window an element begins once the page stands still, in pixels. */
async function topOf(page: Page, selector: string): Promise<number> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(300);
  return page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
}

describe('a link that was damaged on its way', () => {
  it.each([
    ['index.html#China', 'china'],
    ['index.html#china).', 'china'],
    ['index.html#chin', 'china'],
    ['index.html#%63hina%29', 'china'],
    ['index.html#TURNING-POINT', 'turning-point'],
    ['claims.html#Claim-15)', 'claim-15'],
    ['timeline.html#event-T053.', 'event-t053'],
    ['sources.html#SOURCE-OCHA-FLASH10,', 'source-ocha-flash10'],
  ])('%s arrives', async (address, id) => {
    await visit(address, { reducedMotion: 'reduce' }, async (page) => {
      const top = await topOf(page, `[id="${id}"]`);
      expect(page.url().split('#')[1]).toBe(id);
      expect(Math.abs(top)).toBeLessThan(800);
    });
  });

  it.each(['claims.html#claim-1', 'index.html#nothing-of-the-kind', 'index.html#)'])(
    '%s, which might be meant for none or for several, opens the page at its top',
    async (address) => {
      await visit(address, {}, async (page) => {
        await page.waitForLoadState('load');
        expect(page.url().endsWith(address)).toBe(true);
        expect(await page.evaluate(() => scrollY)).toBe(0);
      });
    },
  );

  it('opens the page at its top where scripts do not run', async () => {
    await visit('index.html#China', { javaScriptEnabled: false }, async (page) => {
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });
});

describe.each([true, false])('a link to words of the explainer, with scripts: %s', (javaScriptEnabled) => {
  it('leads to them', async () => {
    const paragraph = '#after > p:last-of-type';
    const after = elementsById(parseBuilt('index.html')).get('after')!;
    const last = after.childNodes.findLast((child) => 'tagName' in child && child.tagName === 'p')!;
    const words = oneSpace(textContent(last)).split(' ').slice(0, 6).join(' ');
    await visit(`index.html#:~:text=${encodeURIComponent(words)}`, { javaScriptEnabled }, async (page) => {
      const top = await topOf(page, paragraph);
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(800);
    });
  });
});
