import { describe, expect, it } from 'vitest';
import { oneFileLinks } from '../../src/build/passes/one-file-links.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { afterPass } from './kit/passes.ts';

const lead = (body: string) =>
  afterPass(
    oneFileLinks,
    `<!DOCTYPE html><i id="source-a"></i><i id="china"></i><i id="map"></i><i id="main"></i>${body}`,
    READING_COPY,
  ).split('<i id="main"></i>')[1];

describe('a page that is one file', () => {
  it.each([
    [
      'leads to what it holds, where its site has that on another page',
      '<a href="sources.html#source-a" data-no=1>A</a>',
      '<a href="#source-a" data-no=1>A</a>',
    ],
    [
      'leads to its own part for the page of that part',
      '<a href="s/china.html">C</a><a href="figures/map.html">M</a><a href="index.html">I</a>',
      '<a href="#china">C</a><a href="#map">M</a><a href="#main">I</a>',
    ],
    [
      'has words where a link led to another page',
      'See <a href="places.html#place-x">X <b>y</b></a>.',
      'See X <b>y</b>.',
    ],
    [
      'keeps the addresses of others',
      '<a href="https://a.example/s/china.html">C</a>',
      '<a href="https://a.example/s/china.html">C</a>',
    ],
    [
      'keeps its own fragments, and loses those that lead nowhere',
      '<a href="#china">C</a><a href="#gone">G</a>',
      '<a href="#china">C</a>G',
    ],
    [
      'copies no address of its site',
      '<a data-copies href="s/china.html" class="anchor">#</a>',
      '<a href="#china" class="anchor">#</a>',
    ],
  ])('%s', (_, before, after) => {
    expect(lead(before)).toBe(after);
  });

  it('is that page alone', () => {
    const html = '<!DOCTYPE html><a href="places.html">P</a>';
    expect(afterPass(oneFileLinks, html, 'index.html')).toBe(html);
  });
});
