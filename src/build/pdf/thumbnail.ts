import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** Width of the picture on `briefings.html`, in pixels. */
const THUMBNAIL_WIDTH = 200;
/** Shades of red, green and blue: with all 256, the palette would go to the greys along the edges of letters. */
const SHADES = 12;
/** Four bits a pixel. */
const COLOURS = 16;

/** Small picture as PNG, with its size in pixels. */
export interface Thumbnail {
  png: Buffer;
  width: number;
  height: number;
}

/** Draws the first page of a PDF as a small picture. */
export async function thumbnailOf(bytes: Uint8Array): Promise<Thumbnail> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      const page = document.getPage(0);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const [width, height] = [THUMBNAIL_WIDTH, Math.round((THUMBNAIL_WIDTH * originalHeight) / originalWidth)];
      const { data } = await page.render({ width, height, render: 'bitmap' });
      return { png: await smallPng(data, width, height), width, height };
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

/**
 * Writes a picture as a PNG of few colours, the same bytes each time.
 * @param data Four bytes for each pixel, the fourth of them opacity.
 */
export function smallPng(data: Uint8Array, width: number, height: number): Promise<Buffer> {
  const step = 255 / (SHADES - 1);
  const posterised = data.map((value) => Math.round(Math.round(value / step) * step));
  return sharp(posterised, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}
