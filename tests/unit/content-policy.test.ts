import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/build/page.ts';
import { markupProblems } from '../../src/build/passes/check-markup.ts';
import { contentPolicy } from '../../src/build/passes/content-policy.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { afterPass, allOwn } from './kit/passes.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>A</title>${head}</head><body>${body}</body></html>`;
const withPolicy = (html: string, file: string) => {
  const own = allOwn(html, file);
  return {
    html: afterPass((page) => contentPolicy(page, own), html, file),
    problems: markupProblems(readPage(file, html), own),
  };
};
const problems = (html: string) => withPolicy(html, 'a.html').problems.map(describeProblem);

describe('the content policy of a page', () => {
  it('allows each style and script by its hash, once, in their order', () => {
    const { html } = withPolicy(
      page('<style>a{}</style><style>b{}</style><style>a{}</style>', '<script type="module">f()</script>'),
      'a.html',
    );
    expect(html).toContain(
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src ${hash('a{}')} ${hash('b{}')}; script-src ${hash('f()')}; img-src data:; base-uri 'none'; form-action 'none'"><title>`,
    );
  });

  it('allows none where there is none', () => {
    expect(withPolicy(page(''), 'a.html').html).toContain(`style-src 'none'; script-src 'none'`);
  });

  it('allows styles inside a picture too', () => {
    expect(withPolicy(page('', '<svg><style>c{}</style></svg>'), 'a.html').html).toContain(hash('c{}'));
  });

  it('allows no style and no script that the build did not write', () => {
    const html = page(
      '<style>a{}</style><style>foreign{}</style>',
      '<script type="module">f()</script><script>g()</script>',
    );
    const own = { styles: new Set(['a{}']), scripts: new Set(['f()']) };
    expect(afterPass((page) => contentPolicy(page, own), html)).toContain(
      `style-src ${hash('a{}')}; script-src ${hash('f()')}; `,
    );
  });

  it('leaves data in a script element alone', () => {
    expect(withPolicy(page('<script type="application/ld+json">{"import (": 1}</script>'), 'a.html')).toMatchObject({
      html: expect.stringContaining(`script-src 'none'`),
      problems: [],
    });
  });

  it('lets the search page alone fetch something, from its own site', () => {
    const html = page('', '<script type="module">f()</script>');
    expect(withPolicy(html, 'search.html').html).toMatch(/script-src 'sha256-[^']+'; connect-src 'self'; img-src/);
    expect(withPolicy(html, 'a.html').html).not.toContain('connect-src');
  });

  it('changes nothing else', () => {
    const html = page('<style>a{}</style>', '<p>&amp; “quoted” <b>text</b>');
    expect(withPolicy(html, 'a.html').html.replace(/<meta http-equiv[^>]*>/, '')).toBe(html);
  });
});

describe('a page that no policy of hashes can allow', () => {
  it.each([
    ['<p style="color:red">', 'a style attribute on <p>; expected a class'],
    ['<button onclick="f()">', 'the handler onclick on <button>; expected a listener in a script'],
    ['<script src="a.js"></script>', 'the address of a script on <script>; expected its text in the page'],
    [
      '<link rel="stylesheet" href="a.css">',
      'rel="stylesheet" on <link>; expected words of icon, alternate, canonical',
    ],
    [
      '<script type="module">import{a}from"./a.js";a()</script>',
      'an import on <script>; expected a script that stands alone',
    ],
    ['<script type="module">import"./a.js"</script>', 'an import on <script>; expected a script that stands alone'],
    [
      '<script type="module">const a=await import("./a.js")</script>',
      'an import on <script>; expected a script that stands alone',
    ],
  ])('is refused for %s', (markup, expected) => {
    expect(problems(page('', markup))).toEqual([`a.html:1: found ${expected}`]);
  });

  it('is refused without a character set to put the policy after', () => {
    expect(problems('<title>A</title>')).toEqual([
      'a.html: found no <meta charset>; expected one, with the policy after it',
    ]);
  });

  it('is refused if it has a policy already', () => {
    expect(problems(withPolicy(page(''), 'a.html').html)).toEqual([
      'a.html:1: found http-equiv="content-security-policy" on <meta>; expected no policy before the build writes its own',
    ]);
  });
});
