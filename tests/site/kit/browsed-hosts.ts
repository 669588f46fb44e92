import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawn, type Visit } from './browser.ts';
import { IS_WHOLE } from './dist.ts';
import type { Host } from './hosts.ts';
import { allRefused, intrude } from './intrude.ts';

/** Another site, with a page that frames what it is asked to; it keeps in mind what it was asked for. */
export interface ForeignSite {
  origin: () => string;
  asked: string[];
}

/** Runs another site while the tests of a file last. */
export function useForeignSite(): ForeignSite {
  let server: Server;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      asked.push(pathname);
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          `<!doctype html><link rel="icon" href="data:,"><title>News</title><iframe src="${searchParams.get('of') ?? 'about:blank'}" width="700" height="500"></iframe>`,
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return { origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Tests what a browser makes of the pages that a host sends. */
export function testInBrowser(host: () => Host, visit: Visit, foreign: ForeignSite): void {
  it('leaves every kind of page as it was, with nothing to complain of', async () => {
    const complaints = await visit('about:blank', { colorScheme: 'dark' }, async (page) => {
      const seen: string[] = [];
      const note = (what: string) => seen.push(`${page.url()}: ${what}`);
      // A file that is no page names no icon, so the browser looks for one.
      page.on('console', (message) => message.location().url.endsWith('/favicon.ico') || note(message.text()));
      page.on('pageerror', (error) => note(error.message));
      page.on('download', () => note('was saved, not shown'));
      for (const file of [
        'index.html',
        's/china',
        'embed/map.html',
        'figures/map.html',
        's/china.txt',
        'timeline.html',
        '404.html',
        'figures/map.svg',
      ]) {
        await page.goto(`${host().origin}/${file}`);
        await drawn(page);
      }
      return seen;
    });
    expect(complaints).toEqual([]);
  });

  it('lets the search load its index and find something', async () => {
    const found = await visit(`${host().origin}/search?q=Lashio`, {}, async (page) => {
      await page.locator('#search-status', { hasText: /result|Nothing|not start/ }).waitFor();
      return page.locator('#search-results a').first().getAttribute('href');
    });
    expect(found).toBe('names.html#place-lashio');
  });

  it('lets other sites frame a figure, and no other page', async () => {
    await visit('about:blank', {}, async (page) => {
      const framed = async (file: string) => {
        await page.goto(`${foreign.origin()}/?of=${host().origin}/${file}`);
        const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
        return { address: frame.url(), shows: await frame.locator('main').count() };
      };
      expect(await framed('embed/map.html')).toEqual({ address: `${host().origin}/embed/map.html`, shows: 1 });
      for (const file of ['index.html', 's/china', 'search.html', 'missing'])
        expect(await framed(file), file).toEqual({ address: 'chrome-error://chromewebdata/', shows: 0 });
    });
  });

  // One page of each policy; all of them, if everything is tried.
  it.each(
    IS_WHOLE ? ['index.html', 'search.html', 'embed/map.html', 'missing/page'] : ['search.html', 'embed/map.html'],
  )('keeps foreign scripts, styles, frames, pictures and beacons out of %s', async (file) => {
    foreign.asked.length = 0;
    expect(await visit(`${host().origin}/${file}`, {}, (page) => intrude(page, foreign.origin()))).toEqual(
      allRefused(foreign.origin(), `${host().origin}/${file}`),
    );
    expect(foreign.asked).toEqual([]);
  });

  it('would notice each of them where there is no policy', async () => {
    foreign.asked.length = 0;
    await visit(`${foreign.origin()}/page`, {}, (page) => intrude(page, foreign.origin()));
    expect(new Set(foreign.asked)).toEqual(
      new Set(['/page', '/picture.png', '/script.js', '/style.css', '/frame', '/beacon', '/fetch']),
    );
  });
}
