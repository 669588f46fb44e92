import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { glyphWidths, type GlyphWidths } from './glyph-widths.ts';
import { joinGlyphs } from './join-glyphs.ts';

/** Writes the text of every page shorter; see `joinGlyphs`. */
export function tidyText(document: PDFDocument): void {
  const known = new Map<PDFDict, GlyphWidths | null>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const widths = (name: string) => {
      const font = fonts?.lookupMaybe(PDFName.of(name), PDFDict);
      if (!font) return null;
      if (!known.has(font)) known.set(font, glyphWidths(font));
      return known.get(font) as GlyphWidths | null;
    };
    const content = page.node.Contents();
    if (!(content instanceof PDFRawStream) || content.dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode'))
      continue;
    const drawing = joinGlyphs(inflateSync(content.contents).toString('latin1'), widths);
    const packed = deflateSync(Buffer.from(drawing, 'latin1'), { level: 9 });
    content.dict.set(PDFName.of('Length'), PDFNumber.of(packed.length));
    document.context.assign(page.node.get(PDFName.of('Contents')) as never, PDFRawStream.of(content.dict, packed));
  }
}
