import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { MOVED, PAGES, parseBuilt, readBuilt } from './kit/dist.ts';

/** What the styles of paper may add to the longest page, with brotli. */
const SHEET_LIMIT = 2_500;

const sheetsOf = (file: string) => [...elementsOf(parseBuilt(file))].filter(({ tagName }) => tagName === 'style');

// Nobody prints a page that only leads on.
describe.each(PAGES.filter((file) => !MOVED.includes(file)))('%s', (file) => {
  const html = readBuilt(file);
  const sheets = sheetsOf(file);
  const [forPaper] = sheets.filter((sheet) => attributeOf(sheet, 'media') === 'print');

  it('has its styles for paper after everything that a reader on a screen waits for', () => {
    expect(sheets.filter((sheet) => attributeOf(sheet, 'media') === 'print')).toHaveLength(1);
    const after = html.slice(forPaper?.sourceCodeLocation?.endOffset).replace(/<\/?(?:svg|body|html)>/g, '');
    // A module script waits for the end of the page wherever it stands.
    expect(after.replace(/<script type="?module"?>[^]*?<\/script>/g, '').trim()).toBe('');
  });

  it('has no rule for paper before', () => {
    const before = sheets
      .filter((sheet) => sheet !== forPaper)
      .map(textContent)
      .join('\n');
    expect(before.match(/@media[^{]*\bprint\b|@page\b/g) ?? []).toEqual([]);
    expect(
      [...elementsOf(parseBuilt(file))].filter(
        ({ tagName, attrs }) =>
          tagName === 'link' && attrs.some(({ name, value }) => name === 'media' || /stylesheet/.test(value)),
      ),
    ).toEqual([]);
  });

  it('has styles in its body only where HTML allows them: inside a drawing', () => {
    const parents = sheets.map(({ parentNode }) => (parentNode && 'tagName' in parentNode ? parentNode.tagName : ''));
    expect(parents.filter((parent) => parent !== 'head' && parent !== 'svg')).toEqual([]);
  });
});

it(`weighs at most ${SHEET_LIMIT} bytes in the explainer, as brotli packs it by itself`, () => {
  const html = readBuilt('index.html');
  const sheet = textContent(sheetsOf('index.html').find((one) => attributeOf(one, 'media') === 'print')!);
  const bytes = brotliCompressSync(sheet).length;
  console.log(
    `index.html: ${Buffer.byteLength(sheet)} bytes of styles for paper, ${bytes} with brotli, after ${Buffer.byteLength(html.slice(0, html.search(/<style media="?print/)))} bytes of page`,
  );
  expect(bytes).toBeLessThanOrEqual(SHEET_LIMIT);
});
