import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();

/** What the clipboard holds after an element was selected and copied. */
async function copied(page: Page, selector: string): Promise<{ plain: string; html: string }> {
  return page.evaluate(async (wanted) => {
    getSelection()?.selectAllChildren(document.querySelector(wanted) as Element);
    document.execCommand('copy');
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await (item as ClipboardItem).getType(type)).text();
    return { plain: await read('text/plain'), html: await read('text/html') };
  }, selector);
}

it('copied text has no numbers of notes, no signs of links, and plain digits', async () => {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  await visit('index.html', options, async (page) => {
    const sections = await page.locator('main > .section, main .section').evaluateAll((all) => all.map(({ id }) => id));
    expect(sections.length).toBeGreaterThan(5);
    for (const id of sections) {
      const own = page.locator(`#${id} > p:has(.ref)`).first();
      if ((await own.count()) === 0) continue;
      const { plain, html } = await copied(page, `#${id}`);
      const sentence = await own.evaluate((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        for (const ref of copy.querySelectorAll('.ref')) ref.remove();
        return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      });
      // The whole paragraph in one line, which no number of a note parts.
      expect(plain.replace(/[^\S\n]+/g, ' ')).toContain(`${sentence}\n`);
      expect(html).not.toContain('doc-noteref');
      expect(plain).not.toMatch(/(?:^|\s)#(?:\s|$)/m);
      expect(plain).not.toMatch(/\d[\u00a0\u2009\u202f]\d/);
    }
  });
});
