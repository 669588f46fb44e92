import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { embedCode, type EmbedCode } from '../../src/figures/embed.ts';
import { frameParts } from '../../src/figures/frame-parts.ts';
import { figurePages } from '../../src/figures/all-works.ts';
import { FACE_FILES } from '../../src/build/pictures/faces.ts';
import { useBrowser } from './kit/browser.ts';
import { IS_WHOLE } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

/** Widths of columns: phones, what lies between, columns of text, and wider; on each side of each change of the frame, or with `SITE_PAGES=all` between them too. */
const WIDTHS = IS_WHOLE ? [300, 320, 360, 392, 430, 500, 600, 647, 648, 680, 736, 900] : [300, 360, 500, 647, 648, 900];
/** What may stand blank under a figure in the narrowest of usual faces: on a phone each of its texts may need a line less than in the widest. */
const BLANK_IN_COLUMN = 60;
const BLANK_ON_PHONE = 125;

const figures = figurePages(ledger);
const visit = useBrowser();

/** The project’s own faces in place of the machine’s: as narrow as readers’ usual ones, and the same everywhere. */
const FACES = `${FACE_FILES.map((file) => {
  const [, family, weight, slope] = /(sans|serif)-(\d+)(-italic)?/.exec(file)!;
  return `@font-face{font-family:own-${family};font-weight:${weight};font-style:${slope ? 'italic' : 'normal'};src:url(data:font/ttf;base64,${readFileSync(file).toString('base64')})}`;
}).join('')}:root{--font-sans:own-sans!important;--font-text:own-serif!important}`;

let other: Server;
let origin = '';
beforeAll(async () => {
  other = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://x');
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${searchParams.get('scheme') ?? 'light dark'}"><title>News</title><body style="margin:0"><div style="width:${searchParams.get('width') ?? 700}px">${searchParams.get('code')}</div>${searchParams.get('below') ?? ''}`,
      );
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(() => other?.close());

/** The code for a figure, as published. */
function codeOf(id: string): EmbedCode {
  const work = figures.find((one) => one.id === id)!;
  return embedCode(work, frameParts(ledger, work), `${inject('origin')}/`);
}

/** Shows a frame in a page of another origin, and looks into it. */
function inFrame<T>(
  query: { code: string; below?: string; width?: number; scheme?: string },
  options: BrowserContextOptions,
  look: (frame: Frame, page: Page) => Promise<T>,
): Promise<T> {
  return visit('about:blank', { viewport: { width: 1000, height: 900 }, bypassCSP: true, ...options }, async (page) => {
    await page.goto(
      `${origin}/?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
    );
    const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
    await frame.waitForURL(/\/embed\//);
    await frame.waitForSelector('main');
    return look(frame, page);
  });
}

/** Gives the frame’s column another width, and waits until the frame has it. */
async function widen(page: Page, frame: Frame, width: number): Promise<void> {
  await page.evaluate((pixels) => (document.querySelector('div')!.style.width = `${pixels}px`), width);
  await frame.waitForFunction((pixels) => innerWidth === pixels, Math.min(width, 736));
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** How much of a frame is cut off or stands blank, at its foot and at its side. */
function fit(frame: Frame) {
  return frame.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    const cut = Math.max(0, scrollHeight - innerHeight);
    // The frame spreads what is left between its parts; without that it stands under them.
    const main = document.querySelector('main')!;
    const gaps = getComputedStyle(main).gridTemplateRows.split(' ');
    const foot = Math.ceil(
      main.querySelector('.frame__credit')!.getBoundingClientRect().bottom +
        scrollY -
        parseFloat(gaps[1]!) -
        parseFloat(gaps[3]!),
    );
    return { width: innerWidth, height: innerHeight, cut, aside: scrollWidth - innerWidth, blank: innerHeight - foot };
  });
}

/** The frames of a figure at its fixed sizes, where a page takes no styles. */
const plainOf = (code: EmbedCode) => [code.wide, code.narrow].map((size) => code.plain(size)).join('');

/** Looks how the frame fits columns of all widths in the faces of this machine, and of its named widths in the narrowest; and how those below it fit, of fixed sizes. */
async function fitEverywhere(page: Page, frame: Frame, { wide, narrow }: EmbedCode) {
  await page.waitForLoadState('load');
  const fixed = await Promise.all(page.frames().slice(2).map(fit));
  const fitAt = async (width: number) => {
    await widen(page, frame, width);
    return fit(frame);
  };
  const columns: Awaited<ReturnType<typeof fit>>[] = [];
  for (const width of WIDTHS) columns.push(await fitAt(width));
  await frame.addStyleTag({ content: FACES });
  await frame.evaluate(() => document.fonts.ready);
  return { fixed, columns, wide: await fitAt(wide.width), narrow: await fitAt(narrow.width) };
}

describe.each(figures)('the frame of $id in a page of another origin', ({ id }) => {
  let seen: Awaited<ReturnType<typeof fitEverywhere>>;
  beforeAll(async () => {
    const code = codeOf(id);
    seen = await inFrame({ code: code.html, below: plainOf(code) }, {}, (frame, page) =>
      fitEverywhere(page, frame, code),
    );
  });

  it('is whole in a column of any width, its height following that', () => {
    expect(seen.columns.filter(({ cut, aside }) => cut !== 0 || aside !== 0)).toEqual([]);
  });

  it('has the sizes that the page of the figure names, with little left blank in the narrowest of usual faces', () => {
    const code = codeOf(id);
    for (const [found, size, limit] of [
      [seen.wide, code.wide, BLANK_IN_COLUMN],
      [seen.narrow, code.narrow, BLANK_ON_PHONE],
    ] as const) {
      expect(Math.abs(found.height - size.height), `${size.width} pixels`).toBeLessThanOrEqual(1);
      expect(found.cut, `${size.width} pixels`).toBe(0);
      expect(found.blank, `${size.width} pixels`).toBeLessThanOrEqual(limit);
    }
  });

  it('is as whole at its fixed sizes, where a page takes no styles', () => {
    const code = codeOf(id);
    expect(plainOf(code)).not.toContain('style=');
    expect(seen.fixed).toEqual(
      [code.wide, code.narrow].map((size) => expect.objectContaining({ ...size, cut: 0, aside: 0 })),
    );
  });
});

describe('the colours of a frame', () => {
  const paper = (query: { code: string; scheme?: string }, options: BrowserContextOptions) =>
    inFrame(query, options, (frame) =>
      frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    );
  const code = () => codeOf('handovers').html;
  const LIGHT = 'rgb(251, 250, 246)';
  const DARK = 'rgb(23, 24, 26)';

  it('are those that the reader’s device is set to', async () => {
    expect([
      await paper({ code: code() }, { colorScheme: 'light' }),
      await paper({ code: code() }, { colorScheme: 'dark' }),
    ]).toEqual([LIGHT, DARK]);
  });

  it('follow a page that is always dark, and a style written into the frame', async () => {
    // No setting of the browser for tests, which would hide what the page hands on.
    const own = { colorScheme: null };
    const written = (scheme: string) => code().replace('border:0', `border:0;color-scheme:${scheme}`);
    expect(await paper({ code: code(), scheme: 'dark' }, own)).toBe(DARK);
    expect(await paper({ code: written('dark'), scheme: 'light' }, own)).toBe(DARK);
    expect(await paper({ code: written('light'), scheme: 'dark' }, own)).toBe(LIGHT);
    expect(await paper({ code: code(), scheme: 'light' }, own)).toBe(LIGHT);
  });
});
