import { describe, expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const PHONE = { width: 360, height: 740 };

const visit = useBrowser();

describe('what scripts add to the explainer', () => {
  it('opens a note under its paragraph on a phone, and closes it again', async () => {
    await visit('index.html', { viewport: PHONE }, async (page) => {
      const number = page.locator('main .ref a').first();
      const id = ((await number.getAttribute('href')) as string).slice(1);
      const note = await page.locator(`[id="${id}"] > p`).first().textContent();
      const opened = page.locator('.note--here');

      await number.click();
      expect(await opened.count()).toBe(1);
      expect(await opened.textContent()).toContain(note);
      expect(page.url()).not.toContain('#');
      await number.click();
      expect(await opened.count()).toBe(0);
    });
  });

  it('leads to the note itself where scripts do not run', async () => {
    await visit('index.html', { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const number = page.locator('main .ref a').first();
      const address = (await number.getAttribute('href')) as string;
      await number.click();
      expect(page.url().endsWith(address)).toBe(true);
      expect(await page.locator(`[id="${address.slice(1)}"]`).isVisible()).toBe(true);
    });
  });

  it('marks the section being read in the contents list', async () => {
    await visit('index.html', { reducedMotion: 'reduce' }, async (page) => {
      await page.evaluate(() => document.getElementById('civilians')?.scrollIntoView({ behavior: 'instant' }));
      const current = page.locator('.contents--wide a[aria-current]');
      await current.and(page.locator('[href$="#civilians"]')).waitFor();
      expect(await current.count()).toBe(1);
    });
  });
});
