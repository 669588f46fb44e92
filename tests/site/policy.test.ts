import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { PAGES, readBuilt } from './kit/dist.ts';

const POLICY = /<meta charset="?utf-8"? ?\/?><meta http-equiv="content-security-policy" content="([^"]+)">/i;

const NOTHING_ELSE =
  /^default-src 'none'; style-src ('none'|('sha256-[^']+' ?)+); script-src ('none'|('sha256-[^']+' ?)+); img-src data:; base-uri 'none'; form-action 'none'$/;

/** The search page may also load its engine and index, from its own site only, and no worker that would be bound by no policy. */
const SEARCH =
  /^default-src 'none'; style-src ('sha256-[^']+' ?)+; script-src 'sha256-[^']+' 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'; img-src data:; base-uri 'none'; form-action 'none'$/;

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  const html = readBuilt(file);
  const policy = POLICY.exec(html)?.[1] ?? '';

  it('allows nothing but the styles and scripts it holds', () => {
    expect(policy).toMatch(file === 'search.html' ? SEARCH : NOTHING_ELSE);
    expect(html.indexOf('<meta http-equiv="content-security-policy"')).toBeLessThan(html.search(/<style|<script|<link/));
    expect(policy.match(/'sha256-[^']+'/g) ?? []).toEqual([...new Set([...texts(html, 'style'), ...texts(html, 'script')])].map(hashOf));
  });

  it('is obeyed by the page itself', async () => {
    const complaints = await visit(file, { colorScheme: 'dark' }, async (page) => {
      const seen: string[] = [];
      page.on('console', (message) => seen.push(message.text()));
      page.on('pageerror', (error) => seen.push(error.message));
      await page.reload();
      await page.waitForTimeout(100);
      return seen;
    });
    expect(complaints).toEqual([]);
  });

  it('keeps out foreign scripts, styles, pictures and requests', async () => {
    expect(await visit(file, {}, intrude)).toEqual({
      ran: false,
      coloured: false,
      refused: ['connect-src', 'frame-src', 'img-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
    });
  });
});

it('lets only the search page load the engine of the search', () => {
  expect(PAGES.filter((file) => /pagefind|wasm/i.test(readBuilt(file).replace(/"?data:image\/png;base64,[^"> ]*/g, '')))).toEqual(['search.html']);
});

it('would notice an intruder where there is no policy', async () => {
  expect(await visit('about:blank', {}, intrude)).toEqual({ ran: true, coloured: true, refused: [] });
});

/** Tries to bring in what a page must not let in. */
async function intrude(page: Page) {
  return page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const add = (tag: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.body.append(element);
      return element;
    };
    add('script', {}, 'globalThis.intruded = true');
    add('style', {}, 'body { outline: 7px solid rgb(1, 2, 3) }');
    const styled = add('p', { style: 'outline: 5px solid rgb(1, 2, 3)' });
    add('button', { type: 'button', onclick: 'globalThis.intruded = true' }).click();
    add('img', { src: 'https://foreign.example/pixel.png', alt: '' });
    add('img', { src: './pixel.png', alt: '' });
    add('iframe', { src: 'https://foreign.example/' });
    await fetch('https://foreign.example/').catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      ran: 'intruded' in globalThis,
      coloured: [document.body, styled].some((element) => getComputedStyle(element).outlineColor === 'rgb(1, 2, 3)'),
      refused: refused.sort(),
    };
  });
}

/** The texts between tags of one kind, found without the parser that made the policy. */
function texts(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?![^>]*json)[^>]*>([^]*?)</${tag}>`, 'g'))].map((match) => match[1] as string);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
