import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** The page, from one, of everything that links inside a document lead to, by its id. */
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
