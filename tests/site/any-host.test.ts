import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteServer } from '../../src/cli/serve.ts';
import { addressesOf } from './kit/addresses.ts';
import { useBrowser } from './kit/browser.ts';
import { DIST, FILES, PAGES, parseBuilt } from './kit/dist.ts';

/** How hosts call a page: by its file, or without its ending. */
const HOSTS: Record<string, (file: string) => string> = {
  'by the names of files': (file) => file,
  'without endings': (file) => file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''),
};

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const TOP = 'https://a.example/copies/one/';

describe.each(Object.entries(HOSTS))('a host that serves pages %s, below a path', (_, nameOf) => {
  const files = new Set([...FILES, ...FILES.map(nameOf)]);

  it('has every file that a page leads to', () => {
    // The page for what is missing has addresses from the top of the site it was built for.
    const lost = PAGES.filter((file) => file !== '404.html').flatMap((file) => {
      const here = new URL(nameOf(file), TOP);
      const inside = addressesOf(parseBuilt(file)).filter(({ text }) => !HAS_SCHEME.test(text));
      return inside
        .map(({ text }) => new URL(text, here))
        .filter(
          (there) =>
            !there.href.startsWith(TOP) || !files.has(decodeURI(there.pathname.slice(new URL(TOP).pathname.length))),
        )
        .map((there) => `${file} leads to ${there.href}`);
    });
    expect(lost).toEqual([]);
  });
});

/** From page to page, as each calls the next. */
const WAY = [
  'exhibits.html',
  'figures/handovers.html',
  '../datasets.html',
  'sources.html',
  'names.html',
  'briefings.html',
  'promise.html',
];

const visit = useBrowser();
let host: Server;
let below: string;
beforeAll(async () => {
  const site = siteServer(DIST);
  host = createServer((request, response) => {
    // The rest of the machine has nothing of this site.
    if (!request.url?.startsWith('/copies/one/')) response.writeHead(404).end();
    else site.emit('request', Object.assign(request, { url: request.url.slice('/copies/one'.length) }), response);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  below = `http://127.0.0.1:${(host.address() as AddressInfo).port}/copies/one/`;
});
afterAll(() => host.close());

describe.each(['a folder on a disk', 'a path of a host'])('from %s', (place) => {
  it('a reader goes from page to page, to a source and to what can be kept', async () => {
    const top = place === 'a path of a host' ? below : `${pathToFileURL(DIST).href}/`;
    const { been, complaints } = await visit('about:blank', {}, async (page) => {
      const seen: string[] = [];
      page.on('console', (message) => seen.push(message.text()));
      page.on('pageerror', (error) => seen.push(error.message));
      await page.goto(`${top}index.html`);
      const stations: string[] = [];
      for (const href of WAY) {
        const link = page.locator(`a[href="${href}"]:not([data-copies])`).first();
        const there = await link.evaluate((one: HTMLAnchorElement) => one.href);
        await link.evaluate((one: HTMLAnchorElement) => one.click());
        await page.waitForURL(there);
        expect(await page.locator('h1').first().innerText(), href).not.toBe('');
        stations.push(page.url().slice(top.length));
      }
      return { been: stations, complaints: seen };
    });
    expect(been).toEqual(WAY.map((href) => href.replace('../', '')));
    expect(complaints).toEqual([]);
  });
});
