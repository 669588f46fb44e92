import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';

/** Function that returns the width of a glyph, in thousandths of the size of its face. */
export type GlyphWidths = (glyph: number) => number;

/** Reads the glyph widths of a composite font of a PDF; null for a font of another kind. */
export function glyphWidths(font: PDFDict): GlyphWidths | null {
  const inner = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!inner) return null;
  const usual = inner.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  const widths = readWidths(inner.lookupMaybe(PDFName.of('W'), PDFArray));
  return (glyph) => widths.get(glyph) ?? usual;
}

/** Reads an array of widths, which is made of `first [w w w]` and `first last w`. */
function readWidths(list: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const number = (index: number) => list?.lookup(index, PDFNumber).asNumber() ?? 0;
  for (let at = 0; list && at < list.size();) {
    const first = number(at);
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index += 1)
        widths.set(first + index, next.lookup(index, PDFNumber).asNumber());
      at += 2;
    } else {
      for (let glyph = first; glyph <= number(at + 1); glyph += 1) widths.set(glyph, number(at + 2));
      at += 3;
    }
  }
  return widths;
}
