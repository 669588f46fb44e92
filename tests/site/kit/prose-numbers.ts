import {
  attributeOf,
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  textContent,
} from '../../../src/build/html-tree.ts';
import type { Problem } from '../../../src/data/errors.ts';
import { allElements as elementsOfProse, hasAttribute, attributeText as attributeText } from '../../../src/data/mdx.ts';
import { type ProseFile, readProse } from '../../../src/data/record.ts';
import { elementsById, oneSpace, withClass } from './words.ts';

/** A number as an editor wrote it: `<Num id="A21" form="bare" />`. */
export interface WrittenNumber {
  id: string;
  isBare: boolean;
  withUnit: boolean;
}

/** A number as the page prints it. */
export interface PrintedNumber {
  words: string;
  /** Where it leads. */
  href: string;
  /** The note its block leads to, or an empty string. */
  note: string;
  sentence: string;
}

/** Lists the numbers of each section and record in reading order, as the text asks for them. */
export function writtenNumbers(root: string): (Omit<ProseFile, 'mdx'> & { numbers: WrittenNumber[] })[] {
  const problems: Problem[] = [];
  const files = readProse(root, problems);
  if (problems.length > 0) throw new Error(problems.map(({ found }) => found).join('\n'));
  return files.map(({ section, series, mdx }) => ({
    section,
    series,
    numbers: elementsOfProse(mdx.body)
      .filter(({ name }) => name === 'Num')
      .map((element) => ({
        id: attributeText(element, 'id') ?? '',
        isBare: attributeText(element, 'form') === 'bare',
        withUnit: hasAttribute(element, 'unit'),
      })),
  }));
}

/** Lists the numbers in the prose of one section or record in reading order, as the page prints them. */
export function printedNumbers(page: HtmlDocument, id: string): PrintedNumber[] {
  const home = elementsById(page).get(id);
  if (!home) return [];
  return withClass(home, 'num').map((element) => {
    const block = blockOf(element);
    return {
      words: oneSpace(textContent(element)),
      href: attributeOf(element, 'href') ?? '',
      note: noteOf(element, home),
      sentence: sentenceAround(block, element),
    };
  });
}

const BLOCKS = new Set(['p', 'li', 'td', 'th', 'dd', 'blockquote', 'section']);

function blockOf(element: HtmlElement): HtmlElement {
  let block = element;
  while (!BLOCKS.has(block.tagName)) block = block.parentNode as HtmlElement;
  return block;
}

/** Where the nearest marker leads: that of the paragraph, or of the list item around it. */
function noteOf(element: HtmlElement, home: HtmlElement): string {
  for (let around = element; around !== home; around = around.parentNode as HtmlElement) {
    const marker = withClass(around, 'ref').at(-1);
    if (marker) return oneSpace(textContent(marker));
  }
  return '';
}

/** The sentence of a block in which an element stands, without markers of notes. */
function sentenceAround(block: HtmlElement, element: HtmlElement): string {
  let text = '';
  let at = 0;
  const read = (node: Parameters<typeof textContent>[0]): void => {
    if (node === element) at = text.length;
    if ('tagName' in node && node.tagName === 'sup') return;
    if ('childNodes' in node) node.childNodes.forEach(read);
    else text += textContent(node);
  };
  read(block);
  const ends = [...text.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])/gu)].map(
    (match) => match.index + match[0].length,
  );
  const start = ends.filter((end) => end <= at).at(-1) ?? 0;
  return oneSpace(text.slice(start, ends.find((end) => end > at) ?? text.length));
}

/** Counts the elements that stand in a page's prose as a number, in whatever section. */
export function countOfNumbers(page: HtmlDocument): number {
  return [...elementsOf(page)].filter((element) => element.tagName === 'a' && attributeOf(element, 'class') === 'num')
    .length;
}
