import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { fail } from '../../data/errors.ts';
import { attributeOf, elementsOf, parsePage } from '../html-tree.ts';
import { applyEdits } from '../page.ts';

/** Lists the ids whose pages a contents list names, in order. */
export function idsToNumber(html: string): string[] {
  return [...elementsOf(parsePage(html))].flatMap((element) => attributeOf(element, 'data-page-of') ?? []);
}

/**
 * Writes page numbers into the contents list of a page.
 * @param pages The page of each id, from one.
 * @throws ContentError if the list names something that has no page.
 */
export function withPageNumbers(html: string, pages: ReadonlyMap<string, number>, page: string): string {
  const edits = [...elementsOf(parsePage(html))].flatMap((element) => {
    const id = attributeOf(element, 'data-page-of');
    const location = element.sourceCodeLocation;
    if (id === undefined || !location?.startTag || !location.endTag) return [];
    const number =
      pages.get(id) ??
      fail({
        file: page,
        found: `"${id}" in the contents, and no page on which it begins`,
        expected: 'the id of something that the contents link to',
      });
    return [{ from: location.startTag.endOffset, to: location.endTag.startOffset, text: String(number) }];
  });
  return applyEdits(html, edits);
}

/** Returns the page number, from one, of everything that links inside a document lead to, by its id. */
export function pagesOfIds(document: PDFDocument): Map<string, number> {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const named = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return new Map(
    (named?.entries() ?? []).flatMap(([name, target]): [string, number][] => {
      const place = document.context.lookupMaybe(target, PDFArray);
      const page = pages.get(place?.get(0) as never);
      return page === undefined ? [] : [[decodeURIComponent(name.decodeText()), page]];
    }),
  );
}
