import type { GlyphFont } from './glyph-font.ts';

/*
 * Chromium places each glyph by itself. In one file of objects packed together that is more than `full` may weigh:
 *
 *   A4, kB                      one page   four pages    full
 *   at most                          250          600   1,500
 *   as Chromium prints it            216          398   4,755
 *   tidied, its objects packed       174          268   1,715
 *   and its glyphs joined            165          241   1,404
 */

/**
 * Text as Chromium writes it: a font, a place, then glyphs, each with a step to the next. Whatever looks otherwise, such as glyphs
 * raised above the line or with words for them, is left as it is.
 */
const RUN = /^BT\n\/(\S+) (\S+) Tf\n((?:\S+ ){6}Tm\n)((?:(?:\S+ 0 Td )?<[0-9A-Fa-f]+> Tj\n?)+)ET$/gm;
const GLYPH = /(?:(\S+) 0 Td )?<([0-9A-Fa-f]+)> Tj/g;

/**
 * Joins the glyphs of each line of a drawing: steps that are the glyph’s own width are left out, others stand in
 * thousandths of the size. Half of a page of text is saved, and no glyph moves by more than two thousandths of its size.
 * @param fontOf Reads a font by its name on the page; null where its widths are not known.
 */
export function joinGlyphs(drawing: string, fontOf: (font: string) => GlyphFont | null): string {
  return drawing.replace(RUN, (run, font: string, size: string, place: string, glyphs: string) => {
    const widthOf = fontOf(font)?.widthOf;
    const scale = 1000 / Number(size);
    if (widthOf === undefined || !Number.isFinite(scale)) return run;
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
function joined(glyphs: readonly { step: number; codes: string }[], widthOf: GlyphFont['widthOf']): string {
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
