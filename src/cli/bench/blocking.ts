import type { Browser } from 'playwright';
import { launch } from '../../build/browser.ts';
import { listen, siteServer } from '../serve.ts';
import { LINE, LONG_TASK } from './line.ts';
import { median, type Row } from './table.ts';

/** Screens on which the first load is watched: CSS pixels. */
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
/** Time that the page is watched after it has loaded, in milliseconds. */
const SETTLE = 2_500;

/**
 * Measures for how long the first load of the explainer blocks a slower processor, of two built sites in turn, so that both have the
 * same machine: the time of all tasks beyond 50 ms each, from the start, with nothing cached and no line between.
 * @returns A row for each screen.
 */
export async function benchBlocking(before: string, now: string, runs: number): Promise<Row[]> {
  const browser = await launch();
  const servers = [before, now].map((dist) => siteServer(dist));
  try {
    const addresses = await Promise.all(
      servers.map(async (server) => `http://127.0.0.1:${await listen(server, 0)}/index.html`),
    );
    const rows: Row[] = [];
    for (const screen of SCREENS) {
      const times = addresses.map((): number[] => []);
      for (let run = 0; run < runs; run += 1)
        for (const [index, address] of addresses.entries())
          times[index]?.push(await blockedTime(browser, address, screen));
      const [was = 0, is = 0] = times.map(median);
      rows.push({ page: 'index.html', width: screen.width, 'before, ms': was, 'now, ms': is, share: is / was });
    }
    return rows;
  } finally {
    await browser.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  }
}

/** Loads a page once and returns for how long it blocked, in milliseconds. */
async function blockedTime(browser: Browser, address: string, viewport: (typeof SCREENS)[number]): Promise<number> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: LINE.slowdown });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { benchTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE);
    const tasks = await page.evaluate(() => (globalThis as unknown as { benchTasks: number[] }).benchTasks);
    return Math.round(tasks.reduce((sum, duration) => sum + duration - LONG_TASK, 0));
  } finally {
    await context.close();
  }
}
