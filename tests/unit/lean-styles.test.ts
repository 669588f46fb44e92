import { describe, expect, it } from 'vitest';
import { leanStyles } from '../../src/build/lean-styles.ts';

const page = (sheet: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title><style>${sheet}</style></head><body>${body}</body></html>`;
const sheetOf = (html: string) => /<style[^>]*>(.*?)<\/style>/s.exec(html)![1];
const lean = (sheet: string, body = '<p class="a b">A</p>') => sheetOf(leanStyles(page(sheet, body)));

describe('the styles of a page', () => {
  it.each([
    ['keep rules for what it holds', '.a{x:y}p{x:y}.a.b>*{x:y}', '.a{x:y}p{x:y}.a.b>*{x:y}'],
    ['lose rules for classes and elements that are not in it', '.c{x:y}.a{x:y}ul{x:y}.a .c{x:y}', '.a{x:y}'],
    ['lose those in a list that meet nothing', '.a,.c,p.b{x:y}', '.a,p.b{x:y}'],
    ['lose a condition with all its rules', '@media print{.c{x:y}@supports (a:b){ul{x:y}}}.a{x:y}', '.a{x:y}'],
    ['keep a condition with those that meet something', '@media print{.c{x:y}.a{x:y}}', '@media print{.a{x:y}}'],
    ['keep what asks that something is not there', 'p:not(.c){x:y}', 'p:not(.c){x:y}'],
    [
      'keep one of several ways that meets something',
      'p:is(.c,.a){x:y}p:is(.c,.d){x:y}p:has(+.c){x:y}',
      'p:is(.c,.a){x:y}',
    ],
    [
      'keep what a state or an attribute decides',
      'p[hidden]{x:y}p:hover::before{x:y}[data-x="1"]{x:y}',
      'p[hidden]{x:y}p:hover::before{x:y}[data-x="1"]{x:y}',
    ],
    [
      'keep values, faces, movements and sheets of paper',
      ':root{--x:y}@font-face{a:b}@keyframes k{from{a:b}}@page{margin:1mm;@top-left{content:"a"}}',
      ':root{--x:y}@font-face{a:b}@keyframes k{from{a:b}}@page{margin:1mm;@top-left{content:"a"}}',
    ],
  ])('%s', (_, before, after) => {
    expect(lean(before)).toBe(after);
  });

  it('keep rules for what a script of the page names, and may make', () => {
    expect(lean('.c{x:y}.d--e{x:y}button{x:y}.f{x:y}', '<script>add("button", "c d--e")</script>')).toBe(
      '.c{x:y}.d--e{x:y}button{x:y}',
    );
    expect(lean('.c{x:y}', '<script type="application/json">{"c":1}</script>')).toBe('');
  });

  it('are made leaner within drawings too, with the fillings that nothing asks for any more', () => {
    const drawing =
      '<svg><defs><pattern id="one"/><pattern id="one-more"/></defs><style>.a>b{x:url(#one-more)}.c{x:url(#one)}</style></svg><b class="a"></b>';
    expect(leanStyles(`<!DOCTYPE html>${drawing}`)).toBe(
      '<!DOCTYPE html><svg><defs><pattern id="one-more"/></defs><style>.a>b{x:url(#one-more)}</style></svg><b class="a"></b>',
    );
  });

  it('stay as they are where the page holds all that they speak of', () => {
    const html = page('.a,.b{x:y}@media (min-width:1em){p{x:y}}', '<p class="a b">“A” &amp; B</p>');
    expect(leanStyles(html)).toBe(html);
  });
});
