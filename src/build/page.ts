import { attributeOf, elementsOf, parsePage, type HtmlElement } from './html-tree.ts';
import type { Edit } from './edits.ts';

/** A page as Astro wrote it, parsed once for all that reads or edits it. */
export interface Page {
  /** Its address from the top of the site: `s/china.html`. */
  file: string;
  html: string;
  /** All its elements, in the order of the text. */
  elements: readonly HtmlElement[];
  byId: ReadonlyMap<string, HtmlElement>;
}

/** Parses a page; of elements with the same id, `byId` has the first. */
export function readPage(file: string, html: string): Page {
  const elements = [...elementsOf(parsePage(html))];
  const byId = new Map<string, HtmlElement>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return { file, html, elements, byId };
}

/** Returns the edit that removes an attribute of an element, or puts others in its place. */
export function attributeEdit(element: HtmlElement, name: string, text = ''): Edit[] {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (!place) return [];
  // One that goes takes the space before it along.
  return [{ from: place.startOffset - (text === '' ? 1 : 0), to: place.endOffset, text }];
}

/** Returns the edit that removes an element with all that it holds. */
export function cutEdit({ sourceCodeLocation: place }: HtmlElement): Edit[] {
  return place ? [{ from: place.startOffset, to: place.endOffset, text: '' }] : [];
}
