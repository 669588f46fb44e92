import { attributeOf, elementsOf, parsePage, type HtmlElement } from './html-tree.ts';

/** Replacement of a stretch of a text, from one offset up to another, by other text. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Applies edits to a text, each given by its place in the original. One inside a stretch that another cuts out goes with it.
 * @throws Error if two overlap in any other way.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  let isCut = false;
  // A page may have thousands; to cut the whole text for each would take longer than to draw it.
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < done) {
      if (isCut && edit.to <= done) continue;
      throw new Error(`two edits overlap at ${JSON.stringify(text.slice(edit.from, edit.to))}`);
    }
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
    isCut = edit.text === '';
  }
  return parts.join('') + text.slice(done);
}

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
