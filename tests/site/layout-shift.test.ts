import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();

describe.each([360, 1280])('index.html, %i pixels wide', (width) => {
  it('never moves under the reader, neither while it loads nor on the way down', async () => {
    const shifts = await visit('about:blank', { viewport: { width, height: 740 } }, async (page) => {
      await page.addInitScript(() => {
        const kept = globalThis as unknown as { shifts: number[] };
        kept.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) kept.shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${inject('origin')}/index.html`, { waitUntil: 'load' });
      return page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (let top = 0; top < document.documentElement.scrollHeight; top += 500) {
          window.scrollTo({ top, behavior: 'instant' });
          await frame();
        }
        await frame();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return (globalThis as unknown as { shifts: number[] }).shifts;
      });
    });
    expect(shifts).toEqual([]);
  });
});
