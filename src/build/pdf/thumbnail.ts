import { PDFiumLibrary, type PDFiumPageRenderOptions } from '@hyzyla/pdfium';
import { fewColours, pngOf } from './small-png.ts';

/** Width in pixels, as `briefings.html` shows it. */
export const THUMBNAIL_WIDTH = 200;

/** Draws the first page of a document small, as PNG. */
export async function thumbnailOf(bytes: Uint8Array): Promise<{ png: Buffer; width: number; height: number }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      const page = document.getPage(0);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const height = Math.round((THUMBNAIL_WIDTH * originalHeight) / originalWidth);
      const { data } = await page.render({
        width: THUMBNAIL_WIDTH,
        height,
        render: (options: PDFiumPageRenderOptions) => Promise.resolve(options.data),
      });
      return { png: pngOf(fewColours(data), THUMBNAIL_WIDTH, height), width: THUMBNAIL_WIDTH, height };
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}
