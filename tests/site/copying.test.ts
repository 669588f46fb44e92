import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();

/** Opens a page that may read the clipboard, which the site’s own headers forbid. */
async function openWithClipboard(page: Page, file: string): Promise<void> {
  const address = `${inject('origin')}/${file}`;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': '' } });
  });
  await page.goto(address);
}

/** Selects what is inside an element and copies it. @returns What the clipboard holds then. */
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
  await visit('about:blank', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await openWithClipboard(page, 'index.html');
    const sections = await page.locator('main .section:has(> p .ref)').evaluateAll((all) => all.map(({ id }) => id));
    expect(sections.length).toBeGreaterThan(5);
    for (const id of sections) {
      const { plain, html } = await copied(page, `#${id}`);
      const sentences = await page.locator(`#${id} > p:has(.ref)`).evaluateAll((paragraphs) =>
        paragraphs.map((paragraph) => {
          const copy = paragraph.cloneNode(true) as Element;
          for (const ref of copy.querySelectorAll('.ref')) ref.remove();
          return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        }),
      );
      // Each paragraph is a line, with no number after its last word.
      const lines = plain.split('\n').map((line) => line.trim());
      expect(sentences.filter((sentence) => !lines.includes(sentence))).toEqual([]);
      expect(html).not.toContain('doc-noteref');
      expect(lines).not.toContain('#');
      expect(plain).not.toMatch(/\d[\u00a0\u2009\u202f]\d/);
    }
  });
});
