import type { HtmlElement } from '../../../src/build/html-tree.ts';
import { ledger } from '../../unit/kit/content.ts';
import { linksOf, wordsOf } from './words.ts';

/** Ledger that the built pages are compared with. */
export { ledger };

/** Lists what is missing where an element should name a source. */
export function sourceFaults(id: string, element: HtmlElement | undefined): string[] {
  const source = ledger.sources.get(id);
  const link =
    element && linksOf(element).find(({ href }) => href.replace(/^\.\.\//, '') === `sources.html#source-${id}`);
  if (!source || !link) return [`no link to source ${id}`];
  return [
    ...(plain(link.name).includes(plain(source.publisher))
      ? []
      : [`the link to ${id} says "${link.name}", not ${source.publisher}`]),
    ...(source.weak && !/^\s*\(weak\)/.test(link.after) && !/\(weak\b/.test(link.words)
      ? [`does not say that ${id} is weak`]
      : []),
  ];
}

/** Lists the texts that an element does not hold. */
export function missing(element: HtmlElement | undefined, texts: readonly (string | null | undefined)[]): string[] {
  const words = wordsOf(element);
  return texts.filter((text) => !words.includes(plain(text))).map((text) => `lacks "${text}"`);
}

/** Describes a text that is not the one wanted; nothing if it is. */
export function unequal(what: string, found: string, wanted: string): string[] {
  return found === wanted ? [] : [`${what}: "${found}", not "${wanted}"`];
}

/** Tells whether a text begins with these words and then goes on as it may: `held` is not said by `held, or held jointly …`. */
export function startsWith(text: string, words: string, next: RegExp): boolean {
  return text.startsWith(words) && next.test(text.slice(words.length));
}

/** Formats a cell as a page prints it. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
