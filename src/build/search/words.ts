import { placeAddress, sourceAddress } from '../../site/addresses.ts';
import { attributeOf, childrenOf, elementsOf, textContent, type HtmlElement } from '../html-tree.ts';
import type { Page } from '../page.ts';

type Node = ReturnType<typeof childrenOf>[number];

/** Part of a page from one heading with an id up to the next. */
export interface Passage {
  /** Id that leads to it: of the section that the heading names, else of the heading. */
  id: string;
  title: string;
  text: string;
}

/** Elements that do not part two words. */
const INLINE = new Set('a abbr b cite code data em i small strong sub sup time'.split(' '));
/** Not words of the text: a picture's labels stand in its table too, and an entry's title is given by itself. */
const SILENT = new Set('script style svg header dt nav summary thead'.split(' '));
/** Blocks that end like a sentence, which the page shows by their lines. */
const ENDED = new Set('p dd li th td'.split(' '));
const HEADING = /^h[1-4]$/;
/** Classes of what says again what has an entry of its own, or how to use the page. */
const REPEATED = /^(?:ref|notes|event|copy-as|map__parts|claims__(?:number|sources)|dataset-files|visually-hidden)\b/;

/**
 * Returns the words of an element, without those of entries inside it that are found by themselves.
 * @param apart Ids of these entries.
 */
export function wordsOf(element: HtmlElement, apart: ReadonlySet<string>): string {
  return tidy(
    childrenOf(element)
      .map((node) => read(node, apart))
      .join(''),
  );
}

/** Splits what is to be read on a page at its headings. Passages without words are left out. */
export function passagesOf({ elements, byId }: Page, apart: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node && HEADING.test(node.tagName) && attributeOf(node, 'id') !== undefined) {
      const id = attributeOf(node, 'id')!;
      const section = id.replace(/-title$/, '');
      passages.push({ id: byId.has(section) ? section : id, title: tidy(textContent(node)), text: '' });
      return;
    }
    // A section's title stands in its header.
    const isPart = 'tagName' in node && (node.tagName === 'header' || (!isLeftOut(node, apart) && holdsHeading(node)));
    if (isPart) return childrenOf(node).forEach(walk);
    const last = passages.at(-1);
    if (last) last.text += read(node, apart);
  };
  elements.filter(({ tagName }) => tagName === 'main').forEach((main) => childrenOf(main).forEach(walk));
  return passages.map((passage) => ({ ...passage, text: tidy(passage.text) })).filter(({ text }) => text !== '');
}

function read(node: Node, apart: ReadonlySet<string>): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return '';
  if (HEADING.test(node.tagName) || isLeftOut(node, apart)) return ' ';
  const inside = childrenOf(node)
    .map((child) => read(child, apart))
    .join('');
  const isVerdict = attributeOf(node, 'class') === 'claims__verdict';
  if (INLINE.has(node.tagName) && !isVerdict) return inside;
  const isOpen = (isVerdict || ENDED.has(node.tagName)) && /[\p{L}\p{M}\p{N})”’]\s*$/u.test(inside);
  return ` ${inside}${isOpen ? '.' : ''} `;
}

function isLeftOut(element: HtmlElement, apart: ReadonlySet<string>): boolean {
  return (
    SILENT.has(element.tagName) ||
    attributeOf(element, 'hidden') !== undefined ||
    attributeOf(element, 'data-mdast') === 'ignore' ||
    REPEATED.test(attributeOf(element, 'class') ?? '') ||
    apart.has(attributeOf(element, 'id') ?? '') ||
    leadsOn(element)
  );
}

/** Tells whether an element lists links to other entries or explains columns: what it leads to should be found first. */
function leadsOn(element: HtmlElement): boolean {
  const [name = '', holdsLink] = [
    attributeOf(element, 'class'),
    (to: string) => [...elementsOf(element)].some((one) => attributeOf(one, 'href')?.includes(to)),
  ];
  if (element.tagName === 'table') return holdsLink(placeAddress({ slug: '' }));
  if (element.tagName === 'details') return name === 'table-block';
  if (name === 'happening__meta') return holdsLink(sourceAddress({ id: '' }));
  return name === 'entry__meta' && (holdsLink('') || /^https?:\S+$/.test(textContent(element)));
}

function holdsHeading(element: HtmlElement): boolean {
  return [...elementsOf(element)].some(({ tagName }) => HEADING.test(tagName));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:)”])/g, '')
    .replace(/(?<=[(“]) /g, '')
    .trim();
}
