import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';

/** Font of a PDF whose glyphs are written as numbers of four hexadecimal digits. */
export interface GlyphFont {
  /** Returns the width of a glyph, in thousandths of the size of its face. */
  widthOf: (glyph: number) => number;
  /** Returns the text of glyphs. */
  textOf: (codes: string) => string;
}

const name = (text: string) => PDFName.of(text);
const SINGLES = /beginbfchar\n([\s\S]*?)endbfchar/g;
const RANGES = /beginbfrange\n([\s\S]*?)endbfrange/g;
const NOTHING = /^(<[0-9A-F]{4}>) <0000>$/gm;

/** Reads a composite font of a PDF; null for a font of another kind. */
export function readGlyphFont(font: PDFDict): GlyphFont | null {
  const inner = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!inner) return null;
  const usual = inner.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  const widths = readWidths(inner.lookupMaybe(name('W'), PDFArray));
  const letters = readLetters(unicodeMap(font) ?? '');
  return {
    widthOf: (glyph) => widths.get(glyph) ?? usual,
    textOf: (codes) =>
      (codes.match(/.{4}/g) ?? []).map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join(''),
  };
}

/**
 * Gives a letter to glyphs that Chromium maps to none, such as forms of Burmese letters, whose words stand in the file beside
 * them: the standard allows no zero there, and a space of no width says as little.
 */
export function mendUnicodeMaps({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(name('ToUnicode')) : undefined;
    const map = font instanceof PDFDict && ref instanceof PDFRef ? unicodeMap(font) : undefined;
    if (map === undefined || !map.match(NOTHING)) continue;
    const bytes = deflateSync(Buffer.from(map.replace(NOTHING, '$1 <200B>')), { level: 9 });
    context.assign(ref as PDFRef, PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes));
  }
}

function unicodeMap(font: PDFDict): string | undefined {
  const stream = font.lookup(name('ToUnicode'));
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    : undefined;
}

function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const hex = (text: string | undefined) => Number.parseInt(text ?? '', 16);
  for (const [, lines] of map.matchAll(SINGLES))
    for (const [, glyph, units] of (lines ?? '').matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(
        hex(glyph),
        String.fromCharCode(...(units?.match(/.{4}/g) ?? []).map(hex).filter((unit) => unit !== 0)),
      );
  for (const [, lines] of map.matchAll(RANGES))
    for (const [, first, last, unit] of (lines ?? '').matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = hex(first); glyph <= hex(last); glyph += 1)
        letters.set(glyph, String.fromCharCode(hex(unit) + glyph - hex(first)));
  return letters;
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
