import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { html as names } from 'parse5';
import { applyEdits, type Edit } from './edits.ts';
import { childrenOf, elementsOf, parsePage, type HtmlElement } from './html.ts';

/** A quoted value of letters that no part of a tag is made of, so that it is the same without its quotes. */
const PLAIN = /^(\S+=)"([^\s"'`=<>&]*[^\s"'`=<>&/])"$/;

/** What may follow, at once, an end tag that HTML lets a page leave out. */
const ENDS: Record<string, RegExp> = {
  li: /^<(?:li|\/ul|\/ol)\b/,
  td: /^<(?:t[dh]|\/tr)\b/,
  th: /^<(?:t[dh]|\/tr)\b/,
  tr: /^<(?:tr|\/tbody|\/thead)\b/,
};

/** What stands on lines of its own whatever is around it. */
const BLOCKS = [
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'h2',
  'h3',
  'h4',
  'figure',
  'details',
  'header',
  'footer',
  'main',
];
/** What holds nothing but other elements. */
const FRAMES = ['table', 'thead', 'tbody', 'tr'];

/** Long enough for every expression above. */
const NEXT = 10;

/** Writes pages without what HTML does not need. */
export function leanPages(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path, leanPage(readFileSync(path, 'utf8')));
  }
}

/**
 * A page without the quotes, spaces and end tags that HTML does not need: there are thousands in a long one, and on a slow line each byte is waited for.
 * Drawings keep theirs, for whoever saves one to a file of its own.
 */
export function leanPage(html: string): string {
  const edited = (text: string, edits: (element: HtmlElement) => Edit[]) =>
    applyEdits(
      text,
      [...elementsOf(parsePage(text))].filter(({ namespaceURI }) => namespaceURI === names.NS.HTML).flatMap(edits),
    );
  const packed = edited(html, (element) => [...quotesOf(element, html), ...spacesIn(element)]);
  return edited(packed, (element) => endOf(element, packed));
}

/** Spaces between blocks, which no reader sees. */
function spacesIn(element: HtmlElement): Edit[] {
  const children = childrenOf(element);
  const isBlock = (at: number) => {
    const child = children[at];
    return child === undefined
      ? BLOCKS.includes(element.tagName)
      : 'tagName' in child && BLOCKS.includes(child.tagName);
  };
  return children.flatMap((child, at) => {
    const place = child.sourceCodeLocation;
    if (!('value' in child) || child.value.trim() !== '' || !place) return [];
    return FRAMES.includes(element.tagName) || (isBlock(at - 1) && isBlock(at + 1))
      ? [{ from: place.startOffset, to: place.endOffset, text: '' }]
      : [];
  });
}

function quotesOf({ sourceCodeLocation }: HtmlElement, html: string): Edit[] {
  return Object.values(sourceCodeLocation?.attrs ?? {}).flatMap(({ startOffset: from, endOffset: to }) => {
    const [, name, value] = PLAIN.exec(html.slice(from, to)) ?? [];
    // The value would take a slash in that ends the tag.
    return name === undefined || html[to] === '/' ? [] : [{ from, to, text: `${name}${value}` }];
  });
}

function endOf({ tagName, sourceCodeLocation }: HtmlElement, html: string): Edit[] {
  const end = sourceCodeLocation?.endTag;
  return end && ENDS[tagName]?.test(html.slice(end.endOffset, end.endOffset + NEXT))
    ? [{ from: end.startOffset, to: end.endOffset, text: '' }]
    : [];
}
