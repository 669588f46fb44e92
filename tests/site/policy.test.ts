import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { PAGES, readBuilt } from './kit/dist.ts';
import { allRefused, intrude } from './kit/intrude.ts';

const POLICY = /<meta charset="?utf-8"? ?\/?><meta http-equiv="content-security-policy" content="([^"]+)">/i;

const NOTHING_ELSE =
  /^default-src 'none'; style-src ('none'|('sha256-[^']+' ?)+); script-src ('none'|('sha256-[^']+' ?)+); img-src data:; base-uri 'none'; form-action 'none'$/;

/** The search page may also load its engine and index, from its own site only, and no worker that would be bound by no policy. */
const SEARCH =
  /^default-src 'none'; style-src ('sha256-[^']+' ?)+; script-src 'sha256-[^']+' 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'; img-src data:; base-uri 'none'; form-action 'none'$/;

/** Another site, which nothing is to be asked of. */
const FOREIGN = 'https://foreign.example';

const visit = useBrowser();

describe.each(PAGES)('%s', (file) => {
  const html = readBuilt(file);
  const policy = POLICY.exec(html)?.[1] ?? '';

  it('allows nothing but the styles and scripts it holds', () => {
    expect(policy).toMatch(file === 'search.html' ? SEARCH : NOTHING_ELSE);
    expect(html.indexOf('<meta http-equiv="content-security-policy"')).toBeLessThan(
      html.search(/<style|<script|<link/),
    );
    expect(policy.match(/'sha256-[^']+'/g) ?? []).toEqual(
      [...new Set([...texts(html, 'style'), ...texts(html, 'script')])].map(hashOf),
    );
  });

  let complaints: string[];
  let intruders: Awaited<ReturnType<typeof intrude>>;
  beforeAll(async () => {
    await visit('about:blank', { colorScheme: 'dark' }, async (page) => {
      const seen: string[] = [];
      page.on('console', (message) => seen.push(message.text()));
      page.on('pageerror', (error) => seen.push(error.message));
      await page.goto(`${inject('origin')}/${file}`);
      await page.waitForTimeout(100);
      complaints = [...seen];
      intruders = await intrude(page, FOREIGN);
    });
  });

  it('is obeyed by the page itself', () => {
    expect(complaints).toEqual([]);
  });

  it('keeps out foreign scripts, styles, pictures and requests', () => {
    expect(intruders).toEqual(allRefused(FOREIGN, `${inject('origin')}/${file}`));
  });
});

it('lets only the search page load the engine of the search', () => {
  expect(
    PAGES.filter((file) => /pagefind|wasm/i.test(readBuilt(file).replace(/"?data:image\/png;base64,[^"> ]*/g, ''))),
  ).toEqual(['search.html']);
});

it('would notice an intruder where there is no policy', async () => {
  expect(await visit('about:blank', {}, (page) => intrude(page, FOREIGN))).toEqual({
    ran: true,
    coloured: true,
    refused: [],
  });
});

/** The texts between tags of one kind, found without the parser that made the policy. */
function texts(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?![^>]*json)[^>]*>([^]*?)</${tag}>`, 'g'))].map(
    (match) => match[1] as string,
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
