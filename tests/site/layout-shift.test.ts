import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';

/** A movement that the browser measured, and what moved. */
interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

declare global {
  /** What moved so far, in the page under test. */
  var shifts: string[];
}

const visit = useBrowser();

describe.each([360, 1280])('index.html, %i pixels wide', (width) => {
  it('never moves under the reader, neither while it loads nor on the way down', async () => {
    const shifts = await visit('about:blank', { viewport: { width, height: 740 } }, async (page) => {
      await page.addInitScript(watchShifts);
      await page.goto(`${inject('origin')}/index.html`, { waitUntil: 'load' });
      await scrollDown(page);
      return page.evaluate(() => globalThis.shifts);
    });
    expect(shifts).toEqual([]);
  });
});

function watchShifts(): void {
  globalThis.shifts = [];
  const nameOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 100);
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      globalThis.shifts.push(`${value.toFixed(5)}: ${sources.map(({ node }) => nameOf(node)).join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function scrollDown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A browser that has run for minutes may draw only now and then; what has moved it tells all the same.
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 100);
      });
    for (let top = 0; top < document.documentElement.scrollHeight; top += 500) {
      window.scrollTo({ top, behavior: 'instant' });
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
}
