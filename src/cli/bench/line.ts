import type { Browser } from 'playwright';

/** Line and machine that pages are measured on: bits a second, milliseconds, CSS pixels. */
export const LINE = { name: '2G', down: 280_000, up: 256_000, latency: 800, slowdown: 4, width: 360, height: 740 };

/** Conditions of the measurements, in words. */
export const LINE_WORDS = `${LINE.name}: ${LINE.down / 1_000} kbit/s down, ${LINE.up / 1_000} up, ${LINE.latency} ms until an answer begins; processor ${LINE.slowdown} times slower than this machine’s; screen ${LINE.width} by ${LINE.height}; nothing cached; brotli. Chromium delays and thins the answers itself, so the packets that open a connection take no time.`;

const BITS = 8;
/** Time that the page is watched after it has loaded, in milliseconds. */
const SETTLE = 1_000;
/** A longer task keeps a reader waiting (as the Long Tasks specification has it). */
export const LONG_TASK = 50;

/** Measurements of one visit: milliseconds, but for shift (a share of the screen) and counts. */
export interface Visit {
  requests: number;
  firstPaint: number;
  largestPaint: number;
  /** Until the whole page was there. */
  whole: number;
  shift: number;
  blocking: number;
}

interface Seen {
  shift: number;
  largest: number;
  tasks: { start: number; duration: number }[];
}

declare global {
  /** Events in the page under measurement so far. */
  var benchSeen: Seen;
}

/** Visits a page once over the slow line, with an empty cache. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: LINE.width, height: LINE.height },
    deviceScaleFactor: 2,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.down / BITS,
      uploadThroughput: LINE.up / BITS,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: LINE.slowdown });
    let requests = 0;
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests += 1;
    });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
    await page.waitForTimeout(SETTLE);
    const { firstPaint, whole, seen } = await page.evaluate(() => ({
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      whole: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
      seen: globalThis.benchSeen,
    }));
    const blocking = seen.tasks
      .filter(({ start }) => start >= firstPaint)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - LONG_TASK), 0);
    return {
      requests,
      firstPaint: Math.round(firstPaint),
      largestPaint: Math.round(seen.largest),
      whole: Math.round(whole),
      shift: seen.shift,
      blocking: Math.round(blocking),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const seen: Seen = { shift: 0, largest: 0, tasks: [] };
  globalThis.benchSeen = seen;
  const observe = (type: string, take: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('layout-shift', ({ value = 0 }) => {
    seen.shift += value;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  observe('longtask', ({ startTime, duration }) => {
    seen.tasks.push({ start: startTime, duration });
  });
}
