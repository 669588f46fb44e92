import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { fail } from '../../data/errors.ts';
import { attributeOf, elementsOf, parsePage, textContent, type HtmlElement } from '../html-tree.ts';
import { applyEdits, type Edit } from '../page.ts';

/** Absolute address. */
const IS_WHOLE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Rewrites a page of paper so that its links work from inside a PDF: to a place in the same document where it has one, else to the site.
 * A link that could lead nowhere, because the site has no address yet, is words alone. Links to an entry of a numbered list say its number, unless that is all they say.
 * @param siteUrl Address of the site, with a slash at its end, if it is known.
 */
export function linkPaper(html: string, siteUrl: string | undefined): string {
  const elements = [...elementsOf(parsePage(html))];
  const byId = new Map(
    elements
      .flatMap((element): [string, HtmlElement][] => [[attributeOf(element, 'id') ?? '', element]])
      .filter(([id]) => id !== ''),
  );
  const edits = elements.flatMap((link): Edit[] => {
    const address = link.tagName === 'a' ? attributeOf(link, 'href') : undefined;
    const place = link.sourceCodeLocation?.attrs?.['href'];
    if (address === undefined || !place) return [];
    const target = targetOf(address, byId, siteUrl);
    const entry = target?.startsWith('#') ? numberOf(byId.get(target.slice(1))) : undefined;
    const number = entry === textContent(link).trim() ? undefined : entry;
    const end = link.sourceCodeLocation?.endTag?.startOffset;
    return [
      {
        from: place.startOffset,
        to: place.endOffset,
        text: target === null ? '' : `href="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
      },
      ...(number !== undefined && end !== undefined ? [{ from: end, to: end, text: ` [${number}]` }] : []),
    ];
  });
  return applyEdits(html, edits);
}

/** Returns the address that a link should have in a PDF; null for none. */
function targetOf(address: string, byId: ReadonlyMap<string, HtmlElement>, siteUrl: string | undefined): string | null {
  if (IS_WHOLE.test(address)) return address;
  const [path = '', fragment] = address.split('#');
  if (fragment !== undefined && byId.has(decodeURIComponent(fragment))) return `#${fragment}`;
  if (siteUrl === undefined) return null;
  return new URL(path.replace(/^index\.html$/, ''), siteUrl).href + (fragment === undefined ? '' : `#${fragment}`);
}

/** Returns the number of an entry of a numbered list. */
function numberOf(element: HtmlElement | undefined): string | undefined {
  return element?.tagName === 'li' ? attributeOf(element, 'value') : undefined;
}

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
