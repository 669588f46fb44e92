import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadLedger } from '../../src/ledger/load.ts';
import { SECTION_IDS } from '../../src/schemas/section.ts';
import { sectionWorks } from '../../src/ledger/works.ts';
import { figureWorks } from '../../src/figures/works.ts';
import { attributeOf, elementsOf, textOf } from '../../src/editions/html.ts';
import { readSiteUrl } from '../../src/tools/settings.ts';
import { useBrowser } from './kit/browser.ts';
import { EMBEDS, FILES, parseBuilt, readBuilt, ROOT } from './kit/dist.ts';

const ledger = loadLedger(ROOT);
const sections = sectionWorks(ledger, ROOT);
const figures = figureWorks(ledger);
const visit = useBrowser();

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
const wordsOf = (file: string) => oneSpace(textOf(parseBuilt(file)));
const hrefs = (file: string, rel?: string) => [...elementsOf(parseBuilt(file))].filter((element) => element.tagName === 'a' && (rel === undefined || attributeOf(element, 'rel') === rel)).map((element) => attributeOf(element, 'href'));
const body = (file: string, id: string) => oneSpace(textOf([...elementsOf(parseBuilt(file))].find((element) => attributeOf(element, 'id') === id)!));

/** The figure in the frame of a page, once it is there. */
async function frameOf(page: Page): Promise<Frame> {
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
  await frame.waitForURL(/\/embed\//);
  await frame.waitForSelector('main');
  return frame;
}

describe.each(sections)('the page of the section $id', ({ id, address, title, finding }) => {
  it('holds the whole section, word for word as in the explainer', () => {
    expect(body(address, id)).toBe(body('index.html', id));
  });

  it('has a title and a description of its own', () => {
    const elements = [...elementsOf(parseBuilt(address))];
    expect(textOf(elements.find(({ tagName }) => tagName === 'title')!)).toBe(`${title} – ${ledger.site.title}`);
    expect(attributeOf(elements.find((element) => attributeOf(element, 'name') === 'description')!, 'content')).toBe(finding);
  });

  it('leads back into the whole, and to the sections before and after', () => {
    const at = SECTION_IDS.findIndex((one) => one === id);
    const around = (step: number) => (SECTION_IDS[at + step] ? [`../s/${SECTION_IDS[at + step]}.html`] : []);
    expect(hrefs(address)).toContain(`../index.html#${id}`);
    expect([hrefs(address, 'prev'), hrefs(address, 'next')]).toEqual([around(-1), around(1)]);
  });
});

describe.each(figures)('the page of the figure $id', ({ id, address, title, number }) => {
  it('says its finding first, and holds the figure as the explainer shows it', () => {
    const first = [...elementsOf(parseBuilt(address))].find(({ tagName }) => tagName === 'h1')!;
    expect(oneSpace(textOf(first))).toBe(`Figure ${number} ${title}`);
    expect(body(address, id)).toBe(body('index.html', id));
  });

  it('leads to where it is told, and to the list of figures', () => {
    expect(hrefs(address)).toEqual(expect.arrayContaining([`../index.html#${id}`, '../exhibits.html']));
  });

  it('stands in the list of figures, with its finding', () => {
    expect(hrefs('exhibits.html')).toContain(address);
    expect(wordsOf('exhibits.html')).toContain(title);
  });
});

it('gives every heading and figure of the explainer a link to its own page', () => {
  expect(hrefs('index.html')).toEqual(expect.arrayContaining([...sections, ...figures].map(({ address }) => address)));
});

describe('a figure in a frame', () => {
  it.each(EMBEDS)('%s holds no script, and leads out of the frame only', (file) => {
    expect(readBuilt(file)).not.toMatch(/<script/);
    const links = [...elementsOf(parseBuilt(file))].filter(({ tagName }) => tagName === 'a');
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((link) => attributeOf(link, 'target'))).toEqual(links.map(() => '_blank'));
  });

  it.runIf(readSiteUrl(process.env))('has an oEmbed document each, whose code stands on the page of the figure', () => {
    for (const { id, address, title } of figures) {
      const found = JSON.parse(readBuilt(`embed/${id}.json`)) as Record<string, unknown>;
      expect(found).toMatchObject({ version: '1.0', type: 'rich', title, provider_name: expect.any(String), width: expect.any(Number), height: expect.any(Number) });
      expect(found['html']).toContain(`src="${readSiteUrl(process.env)}embed/${id}.html"`);
      expect(wordsOf(address)).toContain(oneSpace(found['html'] as string));
    }
  });

  it.runIf(!readSiteUrl(process.env))('has no oEmbed document where the site has no address', () => {
    expect(FILES.filter((file) => /^embed\/.*json$/.test(file))).toEqual([]);
  });
});

describe('on a page of another origin', () => {
  let other: Server;
  let origin = '';
  beforeAll(async () => {
    other = createServer((request, response) => {
      const id = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
      const { html } = JSON.parse(readBuilt(`embed/${id}.json`)) as { html: string };
      response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>News</title><body style="margin:0">${html.replaceAll(readSiteUrl(process.env) as string, `${inject('origin')}/`)}`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => other?.close());

  it.runIf(readSiteUrl(process.env)).each(figures)('$id is whole in the height offered, from a phone to a column, with little left over', async ({ id }) => {
    for (const width of [320, 360, 480, 620, 680, 736]) {
      await visit('about:blank', { viewport: { width, height: 900 } }, async (page) => {
        await page.goto(`${origin}/${id}`);
        const frame = await frameOf(page);
        const { needs, has, wide } = await frame.evaluate(() => ({ needs: document.documentElement.scrollHeight, has: innerHeight, wide: document.documentElement.scrollWidth - innerWidth }));
        const content = await frame.evaluate(() => Math.ceil(document.querySelector('main')!.getBoundingClientRect().bottom));
        expect({ needs: needs <= has, wide }, `${width} pixels: needs ${content}, has ${has}`).toEqual({ needs: true, wide: 0 });
        if (width === 320) expect(content, `of ${has}`).toBeGreaterThan(has * 0.55);
      });
    }
  });

  it.runIf(readSiteUrl(process.env))('is dark on a dark page', async () => {
    const paper = (colorScheme: 'light' | 'dark') =>
      visit('about:blank', { colorScheme }, async (page) => {
        await page.goto(`${origin}/map`);
        const frame = await frameOf(page);
        return frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor);
      });
    expect(await paper('dark')).not.toBe(await paper('light'));
  });
});
