import {
  attributeOf,
  childrenOf,
  elementsOf,
  textContent,
  type HtmlDocument,
  type HtmlElement,
} from '../../../src/build/html-tree.ts';

type Tree = HtmlDocument | HtmlElement;

/** Returns every element with an id, by that id. */
export function elementsById(page: HtmlDocument): Map<string, HtmlElement> {
  return new Map([...elementsOf(page)].map((element) => [attributeOf(element, 'id') ?? '', element]));
}

/** Lists the elements inside that bear a class, in the order of the text. */
export function withClass(tree: Tree, name: string): HtmlElement[] {
  return [...elementsOf(tree)].filter((element) => (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name));
}

/** Lists the elements inside with a tag name, in the order of the text. */
export function withTag(tree: Tree, name: string): HtmlElement[] {
  return [...elementsOf(tree)].filter((element) => element.tagName === name);
}

/** What stands on lines of its own, whether or not the page has a space there. */
const BLOCKS = [
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'table',
  'caption',
  'tr',
  'th',
  'td',
  'dl',
  'dt',
  'dd',
  'section',
  'article',
  'h1',
  'h2',
  'h3',
  'h4',
  'figure',
  'details',
  'summary',
  'header',
  'footer',
  'main',
  'nav',
];

/** Returns the words of an element as a reader sees them: blocks, breaks and runs of spaces are parted by one space. */
export function wordsOf(element: HtmlElement | undefined): string {
  return element ? oneSpace(blockText(element)) : '';
}

/** Returns the words of an element as `wordsOf` does, but for what stands beside its text and differs from page to page: figures, notes, groups, open questions, actions. */
export function storyWords(element: HtmlElement | undefined): string {
  const isBeside = (node: HtmlElement) =>
    /^(?:figure|keys|notes|notes__title|actors|unknowns|page-actions)(?: |$)/.test(attributeOf(node, 'class') ?? '');
  return element ? oneSpace(blockText(element, isBeside)) : '';
}

function blockText(node: Parameters<typeof textContent>[0], isLeftOut?: (node: HtmlElement) => boolean): string {
  if ('value' in node) return node.value;
  if (isLeftOut && 'tagName' in node && isLeftOut(node)) return '';
  const text = childrenOf(node)
    .map((child) => blockText(child, isLeftOut))
    .join('');
  return 'tagName' in node && BLOCKS.includes(node.tagName) ? ` ${text} ` : text;
}

/** Makes each run of spaces one space, and none at either end. */
export function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A link, and the words after it up to the next one. */
export interface Link {
  href: string;
  words: string;
  /** What it is called where it is read aloud. */
  name: string;
  after: string;
}

/** Lists the links of an element, in order. */
export function linksOf(element: HtmlElement): Link[] {
  const links: Link[] = [];
  const read = (node: Parameters<typeof textContent>[0]): void => {
    if ('tagName' in node && node.tagName === 'a') {
      const words = oneSpace(textContent(node));
      const name = attributeOf(node, 'aria-label') ?? words;
      links.push({ href: attributeOf(node, 'href') ?? '', words, name, after: '' });
    } else if ('childNodes' in node) {
      node.childNodes.forEach(read);
    } else {
      const last = links.at(-1);
      if (last) last.after += textContent(node);
    }
  };
  read(element);
  return links;
}
