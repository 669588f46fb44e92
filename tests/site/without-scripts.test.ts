import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  it('says and shows the same without scripts', async () => {
    const withScripts = await visit(file, {}, contentOf);
    const without = await visit(file, { javaScriptEnabled: false }, contentOf);
    expect(without.words.length).toBeGreaterThan(10);
    expect(without.added).toBe(0);
    withScripts.added = 0;
    expect(without).toEqual(withScripts);
  });
});

/** What a page has for its readers, and how many controls scripts have put around it. */
async function contentOf(page: Page) {
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const main = (document.querySelector('main') as HTMLElement).cloneNode(true) as HTMLElement;
    const added = main.querySelectorAll('.comfort');
    for (const element of added) element.remove();
    const count = (selector: string) => main.querySelectorAll(selector).length;
    return {
      added: added.length,
      words: (main.textContent ?? '').replace(/\s+/g, ' ').trim(),
      pictures: count('svg'),
      marks: count('svg *'),
      tables: count('table'),
      rows: count('tr'),
      links: count('a[href]'),
      ids: count('[id]'),
      details: count('details'),
    };
  });
}
