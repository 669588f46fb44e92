import { describe, expect, inject, it } from 'vitest';
import { attributeOf, elementsOf, textOf } from '../../src/editions/html.ts';
import { isProgram } from '../../src/editions/policy.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES, parseBuilt } from './kit/dist.ts';

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  it('is one request, and stays one when it is read to its end', async () => {
    const requests = await visit('about:blank', {}, async (page) => {
      const seen: string[] = [];
      page.context().on('request', (request) => seen.push(request.url()));
      await page.goto(`${inject('origin')}/${file}`, { waitUntil: 'networkidle' });
      await openDetails(page);
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.waitForTimeout(200);
      return seen;
    });
    expect(requests).toEqual([`${inject('origin')}/${file}`]);
  });

  it('brings its icon with it, so that no browser asks for one', () => {
    const icons = [...elementsOf(parseBuilt(file))].filter((element) => element.tagName === 'link' && /\bicon\b/.test(attributeOf(element, 'rel') ?? ''));
    expect(icons.length).toBeGreaterThan(0);
    expect(icons.map((icon) => attributeOf(icon, 'href')).filter((address) => !address?.startsWith('data:'))).toEqual([]);
  });

  it('leaves nothing on the machine', async () => {
    const kept = await visit(file, {}, async (page) => ({
      cookies: await page.context().cookies(),
      ...(await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }))),
    }));
    expect(kept).toEqual({ cookies: [], local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  });

  it('has no script that could store or send anything', () => {
    const programs = [...elementsOf(parseBuilt(file))].filter(isProgram).map(textOf).join('\n');
    expect(programs).not.toMatch(
      /localStorage|sessionStorage|indexedDB|\bcookie|\bcaches\b|serviceWorker|sendBeacon|\bfetch\b|XMLHttpRequest|WebSocket|EventSource|\beval\b|new Image\b/,
    );
  });
});
