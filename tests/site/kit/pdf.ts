import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary, type PDFiumPageRenderOptions } from '@hyzyla/pdfium';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import jsqr from 'jsqr';
import { FORMS, PAPERS, briefingFile, type BriefingForm, type Paper } from '../../../src/site/briefing-forms.ts';
import { DIST, FILES } from './dist.ts';
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
    : FORMS.flatMap((form) => PAPERS.map((paper) => ({ file: briefingFile(form, paper), form, paper })));

/** The bytes of a built PDF. */
export function bytesOf({ file }: BuiltPdf): Buffer {
  return readFileSync(join(DIST, file));
}

/** Opens a built PDF for reading. */
export function openPdf(pdf: BuiltPdf): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytesOf(pdf)), verbosity: 0, useSystemFonts: false }).promise;
}

/** When a PDF says it was made, in seconds since 1970. */
export async function madeAt(pdf: BuiltPdf): Promise<string> {
  const { info } = await (await openPdf(pdf)).getMetadata();
  const [, year, month, day, hour, minute, second] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/
    .exec((info as { CreationDate: string }).CreationDate)!
    .map(Number);
  return String(Date.UTC(year!, month! - 1, day, hour, minute, second) / 1000);
}

/** The words of each page, in the order in which they stand in the file. */
export async function wordsByPage(document: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(oneSpace(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')));
  }
  return pages;
}

/** One element of the structure: what it is, its words for those who do not see it, and what lies in it. */
export interface PdfElement {
  role: string;
  alt?: string;
  children: (PdfElement | { type: string; id?: string })[];
}

/** All elements of the structure, page by page. */
export async function elementsOfPages(document: PDFDocumentProxy): Promise<PdfElement[]> {
  const all: PdfElement[] = [];
  const collect = (element: PdfElement) => {
    all.push(element);
    for (const child of element.children) if ('role' in child) collect(child);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const tree = (await (await document.getPage(number)).getStructTree()) as PdfElement | null;
    if (tree) collect(tree);
  }
  return all;
}

/** A bookmark and the page it leads to, from one. */
export interface Bookmark {
  title: string;
  page: number;
}

/** All bookmarks, those inside others after them. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const found: Bookmark[] = [];
  const collect = async (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>) => {
    for (const { title, dest, items: inner } of items ?? []) {
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      found.push({ title: oneSpace(title), page: (await document.getPageIndex(place![0])) + 1 });
      await collect(inner);
    }
  };
  await collect(await document.getOutline());
  return found;
}

/** A link of a PDF: where it lies, in points from the lower left, and where it leads. */
export interface PdfLink {
  page: number;
  rect: [x0: number, y0: number, x1: number, y1: number];
  url?: string;
  dest?: string;
}

/** Every link of a document. */
export async function linksOfPdf(document: PDFDocumentProxy): Promise<PdfLink[]> {
  const links: PdfLink[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const annotations = (await (await document.getPage(page)).getAnnotations()) as {
      subtype: string;
      rect: PdfLink['rect'];
      url?: string;
      unsafeUrl?: string;
      dest?: string;
    }[];
    for (const { subtype, rect, url, unsafeUrl, dest } of annotations)
      if (subtype === 'Link') links.push({ page, rect, url: unsafeUrl ?? url, dest: dest ?? undefined });
  }
  return links;
}

/** A page as drawn: four bytes for each point. */
export interface Drawn {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Draws pages of a PDF, each when it is asked for, and tidies up behind them. */
export async function drawPages<T>(
  bytes: Uint8Array,
  scale: number,
  look: (draw: (page: number) => Promise<Drawn>) => Promise<T>,
): Promise<T> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    return await look(async (page) => {
      const { data, width, height } = await document
        .getPage(page - 1)
        .render({ scale, render: (options: PDFiumPageRenderOptions) => Promise.resolve(options.data) });
      return { data, width, height };
    });
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** What the QR code within a part of a drawn page says; null if there is none to be read. */
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
