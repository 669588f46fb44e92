import { attributeOf, elementsOf, type HtmlDocument } from '../../../src/build/html-tree.ts';

/** An address in a page, and the element that bears it. */
export interface Address {
  element: string;
  text: string;
}

/** Lists every address that a browser could follow or load from a page. */
export function addressesOf(page: HtmlDocument): Address[] {
  return [...elementsOf(page)].flatMap((element) =>
    ['href', 'src', 'xlink:href', 'action', 'poster', 'srcset', 'data']
      .map((name) => attributeOf(element, name))
      .filter((text) => text !== undefined)
      .map((text) => ({ element: element.tagName, text })),
  );
}

/** Lists all ids of a page, in order, repeated ones too. */
export function idsOf(page: HtmlDocument): string[] {
  return [...elementsOf(page)].map((element) => attributeOf(element, 'id')).filter((id) => id !== undefined);
}
