import { describe, expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const PHONE = { width: 360, height: 740 };

const visit = useBrowser();

describe('the notes of the explainer', () => {
  it('take three lines at most at rest, and part no paragraphs, 1100, 1280 and 1440 pixels wide', async () => {
    await visit('index.html', { javaScriptEnabled: false }, async (page) => {
      for (const width of [1100, 1280, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const lines = await page.locator('.note').evaluateAll((notes) =>
          notes.map((note) => ({
            id: note.id,
            lines: Math.round(note.getBoundingClientRect().height / parseFloat(getComputedStyle(note).lineHeight)),
          })),
        );
        expect(lines.length).toBeGreaterThan(0);
        expect(
          lines.filter(({ lines }) => lines > 3),
          `${width} pixels`,
        ).toEqual([]);

        const gaps = () =>
          page.locator('.section > :not(.step) + p + p').evaluateAll((all) =>
            all.map((paragraph) => {
              const before = paragraph.previousElementSibling as Element;
              return Math.round(paragraph.getBoundingClientRect().top - before.getBoundingClientRect().bottom);
            }),
          );
        expect(new Set(await gaps()).size, `${width} pixels`).toBe(1);
      }
    });
  });

  it('name one source at rest, and open the others in place without a script, moving nothing', async () => {
    await visit('index.html', { javaScriptEnabled: false }, async (page) => {
      const note = page.locator('.note:has(details)').first();
      const links = note.locator('a:visible');
      expect(await links.count()).toBe(1);
      const tops = () =>
        page
          .locator('.section > *, .note')
          .evaluateAll((all) =>
            all
              .filter((one) => one.getClientRects().length > 0)
              .map((one) => Math.round(one.getBoundingClientRect().top + scrollY)),
          );
      const before = await tops();
      await note.locator('summary').click();
      expect(await links.count()).toBeGreaterThan(1);
      expect(await tops()).toEqual(before);
    });
  });
});

describe('what scripts add to the explainer', () => {
  it('opens a note under its paragraph on a phone, and closes it again', async () => {
    await visit('index.html', { viewport: PHONE }, async (page) => {
      const number = page.locator('main .ref a').first();
      const id = ((await number.getAttribute('href')) as string).slice(1);
      const note = await page.locator(`[id="${id}"] a`).first().textContent();
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
      const current = page.locator('.contents a[aria-current]');
      await current.and(page.locator('[href$="#civilians"]')).waitFor();
      expect(await current.count()).toBe(1);
    });
  });
});
