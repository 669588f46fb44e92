import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import type { Page } from 'playwright';
import { getDocumentProxy } from 'unpdf';

/** Papers in CSS pixels, and the part of them inside our margins of 19 mm. */
const MM = 96 / 25.4;
export const PAPERS = {
  A4: { width: (210 - 38) * MM, across: (297 - 38) * MM },
  Letter: { width: 215.9 * MM - 38 * MM, across: 279.4 * MM - 38 * MM },
} as const;

export type Paper = keyof typeof PAPERS;

/** A millimetre on paper, in CSS pixels. */
export const MILLIMETRE = MM;

/** One page of a print. */
export interface PrintedPage {
  /** Its texts, in the order in which they were written, with one space between words. */
  text: string;
  isAcross: boolean;
}

/** Prints a page as the browser’s own dialog would. @returns The bytes of the PDF. */
export async function printed(page: Page, format: Paper): Promise<Buffer> {
  return page.pdf({ format, preferCSSPageSize: true });
}

/** Reads the pages of a print. */
export async function pagesOf(pdf: Buffer): Promise<PrintedPage[]> {
  // PDFium leaves out parts of words that are drawn twice, as those of pictures are.
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0, useSystemFonts: false });
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      text: items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
      isAcross: width > height,
    });
  }
  await document.loadingTask.destroy();
  return pages;
}

/** Reads the QR code on one page of a print, drawn at 150 dots an inch; `undefined` if there is none. */
export async function scan(pdf: Buffer, number: number): Promise<string | undefined> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const { data, width, height } = await document.getPage(number - 1).render({ scale: 150 / 72, render: 'bitmap' });
  document.destroy();
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** Made once, since that takes longer than a scan. */
let library: Promise<PDFiumLibrary> | undefined;
