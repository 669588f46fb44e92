import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import jsqr from 'jsqr';
import { FORMS, briefingFile, type BriefingForm, type Paper } from '../../../src/site/briefing-forms.ts';
import { DIST, FILES, IS_WHOLE } from './dist.ts';
import { oneSpace } from './words.ts';

/** A PDF of the built site. */
export interface BuiltPdf {
  file: string;
  form: BriefingForm;
  paper: Paper;
}

/** The PDFs that `dist` should have: all of them, unless it was knowingly built without any. */
export const BRIEFINGS: BuiltPdf[] =
  process.env['BRIEFINGS'] !== 'all' && !FILES.some((file) => file.startsWith('briefing/'))
    ? []
    : FORMS.flatMap((form) => form.papers.map((paper) => ({ file: briefingFile(form, paper), form, paper })));

/** The PDFs that are read through: every form and every paper, or with `SITE_PAGES=all` the long form on every paper too. */
export const READ_BRIEFINGS = BRIEFINGS.filter(
  ({ form, paper }) => IS_WHOLE || form.pages !== null || paper.id !== 'letter',
);

/** Reads the bytes of a built PDF. */
export function bytesOf({ file }: BuiltPdf): Buffer {
  return readFileSync(join(DIST, file));
}

/** Opens a built PDF for reading what is not drawn: metadata, structure, bookmarks, links. */
export function openPdf(pdf: BuiltPdf): Promise<PDFDocument> {
  return PDFDocument.load(bytesOf(pdf), { updateMetadata: false });
}

/** Returns the date in a PDF, in seconds since 1970. */
export async function madeAt(pdf: BuiltPdf): Promise<string> {
  return String((await openPdf(pdf)).getCreationDate()!.getTime() / 1000);
}

/** Returns the words of each page, in the order in which they stand in the file. */
export async function wordsByPage(bytes: Uint8Array): Promise<string[]> {
  return withPdfium(bytes, async (document) => [...document.pages()].map(wordsOfPage));
}

/** Returns the words of a page. PDFium writes a hyphen at the end of a line as a character of its own. */
export function wordsOfPage(page: PDFiumPage): string {
  return oneSpace(page.getText().replace(/\uFFFE\s*/g, '-'));
}

/** Element of the structure of a PDF: its type, its alternative text, and what lies in it. */
export interface PdfElement {
  role: string;
  alt: string | undefined;
  children: PdfElement[];
}

/** Lists all elements of the structure in order, each before those inside it. */
export function elementsOf(document: PDFDocument): PdfElement[] {
  const all: PdfElement[] = [];
  const read = (element: PDFDict): PdfElement => {
    const read: PdfElement = {
      role: element.lookup(PDFName.of('S'), PDFName).decodeText(),
      alt: element.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString)?.decodeText(),
      children: [],
    };
    all.push(read);
    read.children = childrenOf(element);
    return read;
  };
  const childrenOf = (parent: PDFDict): PdfElement[] => {
    const kids = parent.lookup(PDFName.of('K'));
    return (kids instanceof PDFArray ? kids.asArray() : [kids])
      .map((kid) => document.context.lookup(kid))
      .filter((kid) => kid instanceof PDFDict && kid.has(PDFName.of('S')))
      .map((kid) => read(kid as PDFDict));
  };
  childrenOf(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict));
  return all;
}

/** A bookmark and the page it leads to, from one. */
export interface Bookmark {
  title: string;
  page: number;
}

/** Lists all bookmarks, those inside others after them. */
export function bookmarksOf(document: PDFDocument): Bookmark[] {
  const refs = document.getPages().map(({ ref }) => ref);
  const inside = (parent: PDFDict): Bookmark[] => {
    const found: Bookmark[] = [];
    const key = (name: string) => PDFName.of(name);
    for (let one = parent.lookupMaybe(key('First'), PDFDict); one; one = one.lookupMaybe(key('Next'), PDFDict)) {
      const title = oneSpace(one.lookup(key('Title'), PDFString, PDFHexString).decodeText());
      found.push({ title, page: refs.indexOf(one.lookup(key('Dest'), PDFArray).get(0) as PDFRef) + 1 }, ...inside(one));
    }
    return found;
  };
  return inside(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
}

/** Lists the names of places in a document that links lead to. */
export function placesOf(document: PDFDocument): Set<string> {
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.keys() ?? [];
  return new Set(places.map((name) => name.decodeText()));
}

/** Link of a PDF: where it lies, in points from the lower left, and where it leads. */
export interface PdfLink {
  page: number;
  rect: [x0: number, y0: number, x1: number, y1: number];
  url: string | undefined;
  dest: string | undefined;
}

/** Lists every link of a document. */
export function linksOfPdf(document: PDFDocument): PdfLink[] {
  return document.getPages().flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).flatMap((ref): PdfLink[] => {
      const link = document.context.lookup(ref, PDFDict);
      if (link.get(PDFName.of('Subtype')) !== PDFName.of('Link')) return [];
      const { x, y, width, height } = link.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
      const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
      return [
        {
          page: index + 1,
          rect: [x, y, x + width, y + height],
          url: action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText(),
          dest: link.lookupMaybe(PDFName.of('Dest'), PDFName)?.decodeText(),
        },
      ];
    }),
  );
}

/** A page as drawn: four bytes for each point. */
export interface Drawn {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Draws pages of a PDF, each when it is asked for. */
export async function drawPages<T>(
  bytes: Uint8Array,
  scale: number,
  look: (draw: (page: number) => Promise<Drawn>) => Promise<T>,
): Promise<T> {
  return withPdfium(bytes, (document) =>
    look((page) => document.getPage(page - 1).render({ scale, render: 'bitmap' })),
  );
}

/** Opens a PDF in PDFium, which had no part in writing it, and tidies up. */
export async function withPdfium<T>(bytes: Uint8Array, look: (document: PDFiumDocument) => Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    return await look(document);
  } finally {
    document.destroy();
  }
}

/** Made once, since that takes longer than reading a page. */
let library: Promise<PDFiumLibrary> | undefined;

/** Reads the QR code within a part of a drawn page; null if none can be read. */
export function readQr(page: Drawn, rect: PdfLink['rect'], scale: number): string | null {
  const [left, right] = [Math.floor(rect[0] * scale), Math.ceil(rect[2] * scale)];
  const [top, bottom] = [Math.floor(page.height - rect[3] * scale), Math.ceil(page.height - rect[1] * scale)];
  const [width, height] = [right - left, bottom - top];
  const part = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    part.set(
      page.data.subarray(((top + y) * page.width + left) * 4, ((top + y) * page.width + right) * 4),
      y * width * 4,
    );
  // The module is an old one; its function lies one step deeper than its types say.
  const read = ((jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr) as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
  ) => { data: string } | null;
  return read(part, width, height)?.data ?? null;
}
