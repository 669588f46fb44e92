import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { elementsBuilt, PAGES, readBuilt } from './kit/dist.ts';

const POLICY = /<meta charset="?utf-8"? ?\/?><meta http-equiv="content-security-policy" content="([^"]+)">/i;

const NOTHING_ELSE =
  /^default-src 'none'; style-src ('none'|('sha256-[^']+' ?)+); script-src ('none'|('sha256-[^']+' ?)+); img-src data:; base-uri 'none'; form-action 'none'$/;

/** The search page may also load its engine and index, from its own site only, and no worker that would be bound by no policy. */
const SEARCH =
  /^default-src 'none'; style-src ('sha256-[^']+' ?)+; script-src 'sha256-[^']+' 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'; img-src data:; base-uri 'none'; form-action 'none'$/;

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

  it('has nothing that its policy would refuse: no style and no program in an attribute', () => {
    const refused = elementsBuilt(file).filter(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value)),
    );
    expect(refused.map(({ tagName, attrs }) => `${tagName} ${JSON.stringify(attrs).slice(0, 120)}`)).toEqual([]);
  });
});

it('lets only the search page load the engine of the search', () => {
  expect(
    PAGES.filter((file) => /pagefind|wasm/i.test(readBuilt(file).replace(/"?data:image\/png;base64,[^"> ]*/g, ''))),
  ).toEqual(['search.html']);
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
