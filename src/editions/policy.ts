import { createHash } from 'node:crypto';
import { attributeOf, elementsOf, textOf, type HtmlDocument, type HtmlElement } from './html.ts';

/** The content security policy of one page: it may run and apply what it holds, word for word, and nothing else. */
export function policyOf(page: HtmlDocument): string {
  const elements = [...elementsOf(page)];
  return [
    `default-src 'none'`,
    `style-src ${hashes(elements.filter((element) => element.tagName === 'style'))}`,
    `script-src ${hashes(elements.filter(isProgram))}`,
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
  const sources = elements.map((element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`);
  return sources.length === 0 ? `'none'` : [...new Set(sources)].join(' ');
}
