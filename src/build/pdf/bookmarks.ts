import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import { elementsOf, parsePage, textContent } from '../html-tree.ts';

/** Returns the words of every heading of a page, in order. */
export function headingsOf(html: string): string[] {
  return [...elementsOf(parsePage(html))]
    .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
    .map((heading) => textContent(heading).replace(/\s+/g, ' ').trim());
}

/**
 * Gives the bookmarks of a document the words of the headings that they stand for. Chromium puts them together from what it drew:
 * without a space where a line ends, and twice what it drew twice, because it first tried it on the page before.
 */
export function nameBookmarks(document: PDFDocument, headings: readonly string[]): void {
  let next = 0;
  for (const bookmark of bookmarksOf(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))) {
    const drawn = withoutSpaces(bookmark.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText());
    const at = headings.findIndex(
      (heading, index) => index >= next && heading !== '' && drawn.endsWith(withoutSpaces(heading)),
    );
    if (at < 0) continue;
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[at] as string));
    next = at + 1;
  }
}

/** Yields all bookmarks inside one or inside the list of them, each before those inside it. */
function* bookmarksOf(parent: PDFDict | undefined): Generator<PDFDict> {
  for (
    let one = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
    one;
    one = one.lookupMaybe(PDFName.of('Next'), PDFDict)
  ) {
    yield one;
    yield* bookmarksOf(one);
  }
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}
