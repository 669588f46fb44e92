import { describe, expect, it } from 'vitest';
import { attributeOf, childrenOf, textContent, type HtmlDocument } from '../../src/build/html-tree.ts';
import { PAGES, parseBuilt } from './kit/dist.ts';

/** Scripts of other languages, and how their text must be marked so that fonts and voices fit. */
const SCRIPTS = [
  { letters: /[\u1000-\u109f\uaa60-\uaa7f]/, language: /^my\b/ },
  { letters: /[\u3400-\u4dbf\u4e00-\u9fff]/, language: /^zh-/ },
];

type Node = Parameters<typeof childrenOf>[0];

it.each(PAGES)('%s marks Burmese and Chinese as such', (file) => {
  expect(unmarked(parseBuilt(file), '')).toEqual([]);
});

describe('the check itself', () => {
  it('finds names in both scripts on the site', () => {
    const text = PAGES.map((file) => textContent(parseBuilt(file))).join('\n');
    for (const { letters } of SCRIPTS) expect(text).toMatch(letters);
  });
});

/** Texts in another script whose nearest `lang` does not say so. */
function unmarked(node: Node | HtmlDocument, language: string): string[] {
  if (node.nodeName === 'script' || node.nodeName === 'style') return [];
  const here = 'attrs' in node ? (attributeOf(node, 'lang') ?? language) : language;
  const texts =
    'attrs' in node
      ? ['alt', 'title', 'aria-label'].map((name) => attributeOf(node, name) ?? '')
      : 'value' in node
        ? [node.value]
        : [];
  const wrong = texts.filter((text) =>
    SCRIPTS.some((script) => script.letters.test(text) && !script.language.test(here)),
  );
  return [
    ...wrong.map((text) => `${text.trim()} (lang="${here}")`),
    ...childrenOf(node).flatMap((child) => unmarked(child, here)),
  ];
}
