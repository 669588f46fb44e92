import { createHash } from 'node:crypto';
import { attributeOf, elementsOf, textOf, type HtmlDocument, type HtmlElement } from './html.ts';

/** The one page that may load something: the search engine and its index, from this very site. */
export const SEARCH_PAGE = 'search.html';

/** Where the search engine and its index lie on the site. */
export const SEARCH_FOLDER = 'pagefind';

/** What only the search page may import, as its script says it. */
export const SEARCH_ENGINE = `./${SEARCH_FOLDER}/pagefind.js`;

/**
 * The content security policy of one page: it may run and apply what it holds, word for word, and nothing else.
 * The search page may also run the engine, which is WebAssembly, and fetch the index, both from its own site.
 */
export function policyOf(page: HtmlDocument, file: string): string {
  const elements = [...elementsOf(page)];
  const searches = file === SEARCH_PAGE;
  return [
    `default-src 'none'`,
    `style-src ${hashes(elements.filter((element) => element.tagName === 'style'))}`,
    `script-src ${hashes(elements.filter(isProgram))}${searches ? ` 'self' 'wasm-unsafe-eval'` : ''}`,
    ...(searches ? [`connect-src 'self'`, `worker-src 'none'`] : []),
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** Whether the browser would run it: a script of JSON is data, and no policy looks at it. */
export function isProgram(element: HtmlElement): boolean {
  return element.tagName === 'script' && !/json$/i.test(attributeOf(element, 'type') ?? '');
}

function hashes(elements: HtmlElement[]): string {
  const sources = elements.map(
    (element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`,
  );
  return sources.length === 0 ? `'none'` : [...new Set(sources)].join(' ');
}
