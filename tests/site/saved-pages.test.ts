import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { drawn, pressFolds, useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'conditions-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['index.html', 's/losses.html', 'timeline.html'])(
  '%s, saved by the browser while it was read',
  (file) => {
    it('opens from disk as new: the same words, one set of controls, nothing left hidden', async () => {
      const { fresh, html } = await visit(file, {}, async (page) => {
        await pressFolds(page);
        const first = await stateOf(page);
        for (const slider of await page.locator('input[type=range]').all()) await slider.press('ArrowRight');
        const filter = page.locator('.filter button').nth(1);
        if (await filter.count()) await filter.click();
        expect(await stateOf(page), 'something was chosen').not.toEqual(first);
        return { fresh: first, html: await page.content() };
      });
      const path = join(folder, 'saved.html');
      writeFileSync(path, html);
      expect(await visit(pathToFileURL(path).href, {}, stateOf)).toEqual(fresh);
    });
  },
);

/** What a reader of a page has before them. */
async function stateOf(page: Page) {
  await drawn(page);
  return page.evaluate(() => ({
    words: [...new Set(document.body.innerText.split(/\s+/))].sort(),
    controls: document.querySelectorAll('main :is(input, button)').length,
    voices: document.querySelectorAll('[role=status]').length,
    marks: [...document.querySelectorAll('.chart path')].filter(
      (mark) => getComputedStyle(mark).visibility === 'visible',
    ).length,
  }));
}
