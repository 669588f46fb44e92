import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { attributeOf, textContent } from '../../src/build/html-tree.ts';
import { isProgram } from '../../src/build/passes/content-policy.ts';
import { NAMES_PAGE, SEARCH_PAGE } from '../../src/site/addresses.ts';
import { drawn, openDetails, useBrowser } from './kit/browser.ts';
import { elementsBuilt, IS_WHOLE, PAGES, VISITED } from './kit/dist.ts';
import { DEVICE, watchDevice } from './kit/device.ts';

const visit = useBrowser();

/** The programs of a page, as they stand in it. */
const programsOf = (file: string) => elementsBuilt(file).filter(isProgram).map(textContent);
/** A page that has moved; its script leads to the page that has taken its place. */
const MOVED_PAGE = 'glossary.html';
const READ = [...VISITED, MOVED_PAGE];
const MARKS = IS_WHOLE ? Infinity : 3;
const WATCHED = new Set(READ.flatMap(programsOf));

// In a browser: pages of every kind, and before each release every page.
describe.each(READ)('%s, read to its end,', (file) => {
  const addresses = [file, ...(file === MOVED_PAGE ? [NAMES_PAGE] : [])].map((one) => `${inject('origin')}/${one}`);
  let seen: Awaited<ReturnType<typeof readToTheEnd>>;
  beforeAll(async () => {
    seen = await visit('about:blank', {}, (page) => readToTheEnd(page, addresses));
  });

  it('asks for itself and for nothing else, however much is opened and pressed', () => {
    expect(seen.requests).toEqual(addresses);
  });

  it('sets no cookie', () => {
    expect(seen.cookies).toEqual([]);
  });

  it('keeps nothing on the device', () => {
    expect(seen.kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
  });

  it('leaves no service worker behind', () => {
    expect(seen.workers).toBe(0);
  });

  it('looks at nothing that tells one device from another', () => {
    expect(seen.looked).toEqual([]);
  });
});

// In the file that is sent: every page.
describe.each(PAGES)('%s', (file) => {
  const elements = elementsBuilt(file);

  it('has its browser ask for nothing ahead of the reader', () => {
    const ahead = elements.filter(
      (element) =>
        /\b(?:preconnect|dns-prefetch|prefetch|prerender|preload)\b/.test(attributeOf(element, 'rel') ?? '') ||
        attributeOf(element, 'ping') !== undefined ||
        attributeOf(element, 'type') === 'speculationrules',
    );
    expect(ahead).toEqual([]);
  });

  it('has no script that could store or send anything', () => {
    // The search page fetches one file of this site; the search program has a method of that name, which looks into its own index.
    const known = /\bfetch\(`search-index\.json`\)|\bthis\._index\.fetch\(|\bfetch\(\w,\w\)\{/g;
    const programs = programsOf(file)
      .join('\n')
      .replaceAll(known, file === SEARCH_PAGE ? '' : '$&');
    expect(programs).not.toMatch(
      /localStorage|sessionStorage|indexedDB|\bcookie|\bcaches\b|serviceWorker|sendBeacon|\bfetch\b|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeer|BroadcastChannel|postMessage|window\.name|\beval\b|\bFunction\(|new Image\b|\.src\s*=[^=]|\.submit\(|requestSubmit/,
    );
    expect(programs).not.toMatch(/\bimport\b/);
  });

  it('has its browser tell no site where the reader came from', () => {
    expect(
      elements
        .filter((element) => attributeOf(element, 'name') === 'referrer')
        .map((element) => attributeOf(element, 'content')),
    ).toEqual(['no-referrer']);
    expect(elements.filter((element) => attributeOf(element, 'referrerpolicy') !== undefined)).toEqual([]);
  });

  it('brings its icon with it, so that no browser asks for one', () => {
    const icons = elements.filter(
      (element) => element.tagName === 'link' && /\bicon\b/.test(attributeOf(element, 'rel') ?? ''),
    );
    expect(icons.length).toBeGreaterThan(0);
    expect(icons.map((icon) => attributeOf(icon, 'href')).filter((address) => !address?.startsWith('data:'))).toEqual(
      [],
    );
  });

  it('runs no program that was not watched on one of the pages read to their end', () => {
    expect(programsOf(file).filter((program) => !WATCHED.has(program))).toEqual([]);
  });
});

it('tells another site nothing when a reader goes there', async () => {
  const heard: (string | undefined)[] = [];
  const other = createServer((request, response) => {
    if (request.url === '/there') heard.push(request.headers.referer);
    response.end('there');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}/there`;
  const goThere = async (page: Page) => {
    await page.evaluate((href) => {
      const link = document.querySelector<HTMLAnchorElement>('a[href^="https:"]')!;
      link.href = href;
      link.click();
    }, there);
    await page.waitForURL(there);
  };
  await visit('sources.html', {}, goThere);
  // A page without the promise, so that silence proves something.
  await visit('about:blank', {}, async (page) => {
    await page.route('**/bare.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<a href="https://foreign.example/">There</a>' }),
    );
    await page.goto(`${inject('origin')}/bare.html`);
    await goThere(page);
  });
  other.close();
  expect(heard).toEqual([undefined, `${inject('origin')}/`]);
});

it('sends no word of a search, asks this site alone, and keeps nothing of it', async () => {
  const { requests, cookies, kept } = await visit('about:blank', {}, async (page) => {
    const asked = requestsOf(page);
    await page.goto(`${inject('origin')}/search.html`);
    await page.locator('#search-words').pressSequentially('Lashio');
    await page.locator('.entry').first().waitFor();
    await page.reload();
    return { requests: asked, ...(await traces(page)) };
  });
  expect(new Set(requests)).toEqual(
    new Set(['search.html', 'search-index.json'].map((file) => `${inject('origin')}/${file}`)),
  );
  expect({ cookies, kept }).toEqual({ cookies: [], kept: { local: 0, session: 0, databases: 0, caches: 0 } });
});

it('would notice a page that looks at the device, or keeps something', async () => {
  const seen = await visit('robots.txt', {}, async (page) => {
    await watchDevice(page);
    await page.reload();
    await page.evaluate(
      async (paths) => {
        localStorage.setItem('a', 'b');
        document.cookie = 'a=b';
        await caches.open('a');
        for (const path of paths) {
          // A browser without one of them has nothing to look at.
          try {
            const [owner, name] = path.split('.') as [string, string];
            const object = owner in globalThis ? (globalThis as Record<string, any>)[owner] : undefined;
            void (object?.prototype && name in object.prototype
              ? (Object.getOwnPropertyDescriptor(object.prototype, name)?.get?.call(null) ??
                object.prototype[name].call(null))
              : object?.[name]);
          } catch {
            /* It was looked at all the same. */
          }
        }
      },
      [...DEVICE],
    );
    return { ...(await traces(page)), looked: await looked(page) };
  });
  expect(seen.kept).toEqual({ local: 1, session: 0, databases: 0, caches: 1 });
  expect(seen.cookies).toHaveLength(1);
  expect(seen.looked.length).toBeGreaterThan(DEVICE.length / 2);
});

/** Reads a page as thoroughly as a reader can, folds, paper and dark included, and tells what it asked for, kept and looked at. */
async function readToTheEnd(page: Page, addresses: string[]) {
  const requests = requestsOf(page);
  await watchDevice(page);
  await page.goto(addresses[0]!);
  await page.waitForURL(addresses.at(-1)!);
  await openDetails(page);
  await pressEverything(page);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // Whatever any of this asks for is asked for by the time that it is drawn.
  await drawn(page);
  return { requests, ...(await traces(page)), looked: await looked(page) };
}

/** Moves every slider and presses every button and every note; of the marks of a picture, all of which do the same, some, or with `SITE_PAGES=all` every one. */
function pressEverything(page: Page): Promise<void> {
  return page.evaluate((most) => {
    for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range]')) {
      slider.value = '1';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const marks = [...document.querySelectorAll('.chart')].flatMap((chart) =>
      [...chart.querySelectorAll('[data-row]')].slice(0, most),
    );
    for (const part of [...marks, ...document.querySelectorAll('main button, .ref a')])
      part.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }, MARKS);
}

function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  return requests;
}

function looked(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { looked: string[] }).looked);
}

async function traces(page: Page) {
  return {
    cookies: await page.context().cookies(),
    ...(await page.evaluate(async () => ({
      kept: {
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      },
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))),
  };
}
