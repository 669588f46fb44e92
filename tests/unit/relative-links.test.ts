import { describe, expect, it } from 'vitest';
import { relativeLinks } from '../../src/build/passes/relative-links.ts';
import { afterPass } from './kit/passes.ts';

const page = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;

describe('a page in a folder', () => {
  it.each([
    [
      'leads to pages at the top of the site',
      '<a href="places.html#place-lashio">Lashio</a>',
      '<a href="../places.html#place-lashio">Lashio</a>',
    ],
    ['leads to files in other folders', '<a href=figures/map.csv>CSV</a>', '<a href="../figures/map.csv">CSV</a>'],
    [
      'keeps a fragment that is in it',
      '<a href="#note">1</a><p id="note"></p>',
      '<a href="#note">1</a><p id="note"></p>',
    ],
    [
      'finds any other fragment in the explainer',
      '<a href="#claim-12">12</a>',
      '<a href="../index.html#claim-12">12</a>',
    ],
    [
      'keeps addresses of other sites',
      '<a href="https://example.org/a?b=1&amp;c=2">x</a><a href="mailto:a@example.org">y</a>',
      '<a href="https://example.org/a?b=1&amp;c=2">x</a><a href="mailto:a@example.org">y</a>',
    ],
    [
      'keeps a drawing inside the page',
      '<link rel="icon" href="data:image/svg+xml,%3Csvg%3E">',
      '<link rel="icon" href="data:image/svg+xml,%3Csvg%3E">',
    ],
    [
      'keeps a question in an address',
      '<a href="index.html?at=2023-12-01&amp;x=%22#map">m</a>',
      '<a href="../index.html?at=2023-12-01&amp;x=%22#map">m</a>',
    ],
    [
      'changes several, in any order',
      '<a href="a.html">a</a> text <a href="b.html">b</a>',
      '<a href="../a.html">a</a> text <a href="../b.html">b</a>',
    ],
    ['touches no words', '<p>href="a.html"</p>', '<p>href="a.html"</p>'],
  ])('%s', (_, before, after) => {
    expect(afterPass(relativeLinks, page(before), 's/china.html')).toBe(page(after));
  });

  it('climbs as many folders as it lies deep', () => {
    expect(afterPass(relativeLinks, page('<a href="a.html">a</a>'), 'a/b/c.html')).toContain('href="../../a.html"');
  });

  it('at the top of the site stays as it is', () => {
    const html = page('<a href="places.html">P</a><a href="#elsewhere">E</a>');
    expect(afterPass(relativeLinks, html, 'index.html')).toBe(html);
  });
});
