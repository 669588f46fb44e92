import { PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName, PDFStreamWriter, PDFString } from '@cantoo/pdf-lib';
import { fail } from '../../data/errors.ts';
import { formatBytes } from '../../data/format.ts';
import type { BriefingForm, Paper } from '../../site/briefing-forms.ts';
import { elementsOf, parsePage, textContent } from '../html-tree.ts';
import { makeAccessible } from './accessibility.ts';
import { checkFonts } from './check-fonts.ts';
import { foreignWords } from './foreign-words.ts';
import { writeFacts, type DocumentFacts } from './metadata.ts';

/** Objects in one stream: the more, the less each takes. */
const OBJECTS_PER_STREAM = 2000;

/** Bytes of a finished PDF, and its number of pages. */
interface FinishedPdf {
  bytes: Uint8Array;
  pages: number;
}

/**
 * Makes the PDF that readers get from the one that the browser printed: checked, smaller, accessible, with bookmarks and metadata.
 * @param html The page that it was printed from.
 * @throws ContentError if it is longer or shorter than its name says, larger than it may be, or not set in our faces.
 */
export async function finishPdf(
  printed: Uint8Array,
  html: string,
  form: BriefingForm,
  paper: Paper,
  file: string,
  facts: DocumentFacts,
): Promise<FinishedPdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const pages = document.getPageCount();
  const source = `src/pages/_paper/${form.id}.astro`;
  if (form.pages !== null && pages !== form.pages)
    fail({
      file: source,
      found: `${pages} ${pages === 1 ? 'page' : 'pages'} of ${paper.name}`,
      expected: `${form.pages}, as the form’s name says: ${pages > form.pages ? 'shorten' : 'lengthen'} what it takes from the sections`,
    });
  checkFonts(document, file);
  nameBookmarks(document, headingsOf(html));
  makeAccessible(document, foreignWords(html));
  writeFacts(document, facts);
  // The version that the standard builds on; Chromium names one that knows no packed objects.
  document.context.header = PDFHeader.forVersion(1, 7);
  await document.flush();
  const bytes = await PDFStreamWriter.forContext(
    document.context,
    Number.POSITIVE_INFINITY,
    true,
    OBJECTS_PER_STREAM,
  ).serializeToBuffer();
  if (bytes.length > form.limit)
    fail({
      file: source,
      found: `${formatBytes(bytes.length)} on ${paper.name}`,
      expected: `at most ${formatBytes(form.limit)}: readers pay for every byte`,
    });
  return { bytes, pages };
}

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
