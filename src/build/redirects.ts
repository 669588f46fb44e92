import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { changeAddress } from '../site/addresses.ts';
import type { ForwardedId } from '../site/permanent-ids/redirects.ts';
import { escapeHtml } from '../site/html.ts';
import { addressesOf } from '../site/permanent-ids/ids.ts';
import { attributeOf, childrenOf, elementsOf, parsePage, textOf, type HtmlElement } from './html.ts';

/**
 * Makes every address of a forwarded id work again in a built site: an anchor of the old name at its successor, or, where the
 * address is a file, a page that leads there.
 * @returns The pages that were made.
 */
export function forwardIds(folder: string, forwards: readonly ForwardedId[]): string[] {
  return forwards.flatMap(({ old, successor, change }) =>
    addressesOf(old).flatMap((address, index) => {
      const [file = '', fragment] = address.split('#');
      const target = addressesOf(successor)[index] as string;
      if (fragment === undefined) {
        write(join(folder, file), forwardPage(file, target, change));
        return [file];
      }
      const page = join(folder, file);
      // What the successor has no place for is found when every published id is looked up.
      if (existsSync(page))
        writeFileSync(page, withAnchor(readFileSync(page, 'utf8'), fragment, target.split('#')[1] ?? ''));
      return [];
    }),
  );
}

/** A page with an empty anchor of the old name at the beginning of the element that has the new one; unchanged if there is none. */
export function withAnchor(html: string, old: string, successor: string): string {
  const element = [...elementsOf(parsePage(html))].find((one) => attributeOf(one, 'id') === successor);
  const place = element && firstWords(element).sourceCodeLocation?.startTag?.endOffset;
  return place === undefined
    ? html
    : `${html.slice(0, place)}<span id="${escapeHtml(old)}"></span>${html.slice(place)}`;
}

/** Elements in which a span stands well; rows, lists and sections may hold none, or lay out all that they hold. */
const HOLDS_WORDS = new Set([
  'a',
  'b',
  'caption',
  'dd',
  'dt',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'span',
  'summary',
  'td',
  'th',
]);

/** The first element inside that holds words, such as the heading of a section or the first cell of a row. */
function firstWords(element: HtmlElement): HtmlElement {
  if (HOLDS_WORDS.has(element.tagName)) return element;
  const first = childrenOf(element).find((node) => 'tagName' in node || textOf(node).trim() !== '');
  return first && 'tagName' in first && first.tagName !== 'svg' ? firstWords(first) : element;
}

/** A page that leads to another by itself, and by a link. */
export function forwardPage(file: string, target: string, change: string): string {
  const [path = '', fragment] = target.split('#');
  const relative = (address: string) => escapeHtml(posix.relative(posix.dirname(file), address));
  const href = relative(path) + (fragment === undefined ? '' : `#${escapeHtml(fragment)}`);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Moved: ${escapeHtml(file)}</title>` +
    `<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=${href}"></head>` +
    `<body><main><h1>This has moved</h1><p>It is now <a href="${href}">here</a>. <a href="${relative(changeAddress({ id: change }))}">Why it moved</a></p></main></body></html>\n`
  );
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
