import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';

/*
 * Chromium places each glyph by itself. In one file of objects packed together that is more than `full` may weigh:
 *
 *   A4, kB                      one page   four pages    full
 *   at most                          250          600   1,500
 *   as Chromium prints it            244          431   4,303
 *   its objects packed               188          288   1,730
 *   and its glyphs joined            176          255   1,410
 */

/** Joins the glyphs of every page; see `joinGlyphs`. */
export function joinGlyphsOfPages(document: PDFDocument): void {
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

/**
 * Text as Chromium writes it: a font, a place, then glyphs, each with a step to the next. Whatever looks otherwise, such as glyphs
 * raised above the line or with words for them, is left as it is.
 */
const RUN = /^BT\n\/(\S+) (\S+) Tf\n((?:\S+ ){6}Tm\n)((?:(?:\S+ 0 Td )?<[0-9A-Fa-f]+> Tj\n?)+)ET$/gm;
const GLYPH = /(?:(\S+) 0 Td )?<([0-9A-Fa-f]+)> Tj/g;

/**
 * Joins the glyphs of each line of a drawing: steps that are the glyph’s own width are left out, others stand in
 * thousandths of the size. Half of a page of text is saved, and no glyph moves by more than two thousandths of its size.
 * @param widths The widths of the glyphs of a font, by its name on the page; null where they are not known.
 */
export function joinGlyphs(drawing: string, widths: (font: string) => GlyphWidths | null): string {
  return drawing.replace(RUN, (run, font: string, size: string, place: string, glyphs: string) => {
    const widthOf = widths(font);
    const scale = 1000 / Number(size);
    if (widthOf === null || !Number.isFinite(scale)) return run;
    return `BT\n/${font} ${size} Tf\n${place}${joined(
      [...glyphs.matchAll(GLYPH)].map(([, step, codes]) => ({
        step: Number(step ?? 0) * scale,
        codes: codes as string,
      })),
      widthOf,
    )}\nET`;
  });
}

/** Largest distance of a glyph from its place, in thousandths of its size: no printer and no screen shows it. */
const SLACK = 1.5;

/** Formats joined glyphs as `[<0010002B>-12<0020>]TJ`: the places are kept in thousandths from the start of the line, so that roundings never add up. */
function joined(glyphs: readonly { step: number; codes: string }[], widthOf: GlyphWidths): string {
  const parts: string[] = [];
  let wanted = 0;
  let reached = 0;
  for (const { step, codes } of glyphs) {
    wanted += step;
    if (Math.abs(reached - wanted) > SLACK) {
      const kern = Math.round(reached - wanted);
      parts.push(`>${kern}<`);
      reached -= kern;
    }
    parts.push(codes);
    for (let at = 0; at < codes.length; at += 4) reached += widthOf(Number.parseInt(codes.slice(at, at + 4), 16));
  }
  return `[<${parts.join('')}>]TJ`;
}

/** Function that returns the width of a glyph, in thousandths of the size of its face. */
type GlyphWidths = (glyph: number) => number;

/** Reads the glyph widths of a composite font of a PDF; null for a font of another kind. */
function glyphWidths(font: PDFDict): GlyphWidths | null {
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
