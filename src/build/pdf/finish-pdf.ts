import { PDFDocument, PDFStreamWriter } from '@cantoo/pdf-lib';
import type { BriefingForm, Paper } from '../../site/briefing-forms.ts';
import { formatBytes } from '../../data/format.ts';
import { fail } from '../../data/errors.ts';
import { headingsOf, nameBookmarks } from './bookmarks.ts';
import { checkFonts } from './check-fonts.ts';
import { joinGlyphsOfPages } from './join-glyphs.ts';
import { writeFacts, type DocumentFacts } from './metadata.ts';
import { removeStructureIds } from './structure-ids.ts';

/** Objects in one stream: the more, the less each takes. */
const OBJECTS_PER_STREAM = 2000;

/** Bytes of a finished PDF, and its number of pages. */
export interface FinishedPdf {
  bytes: Uint8Array;
  pages: number;
}

/**
 * Makes the PDF that readers get from the one that the browser printed: checked, smaller, with bookmarks and metadata.
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
  joinGlyphsOfPages(document);
  removeStructureIds(document);
  writeFacts(document, facts);
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
