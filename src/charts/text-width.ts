import WIDTHS from './text-widths.json' with { type: 'json' };

/** The factor by which measured text is widened, for faces a little wider still. */
export const SAFETY = 1.05;

/** A face that labels may be printed in. */
interface Face {
  /** Thousandths of an em by character, regular and bold. */
  tables: [Map<string, number>, Map<string, number>];
  /** Room for faces a little wider still. */
  safety: number;
}

/** DejaVu Sans, the widest face of the label stack: text measured with it fits in whatever face a reader has. */
const WIDEST: Face = { tables: [widthTable('dejavu-sans-400'), widthTable('dejavu-sans-700')], safety: SAFETY };
/** Source Sans 3, as `src/fonts` has it. It goes into every printed form, so no wider face can come in its place. */
const EMBEDDED: Face = { tables: [widthTable('sans-400'), widthTable('sans-600')], safety: 1.02 };

let face = WIDEST;

/** Draws with labels measured in the face that is embedded in printed forms. */
export function inEmbeddedFace<T>(draw: () => T): T {
  face = EMBEDDED;
  try {
    return draw();
  } finally {
    face = WIDEST;
  }
}

/** Returns the width that a line of text can have, in pixels: in the widest face of the stack, unless it is drawn `inEmbeddedFace`. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = face.tables[isBold ? 1 : 0];
  let thousandths = 0;
  // A plain loop: a build measures millions of lines.
  for (const character of text) thousandths += table.get(character) ?? 900;
  return (thousandths / 1000) * size * face.safety;
}

function widthTable(face: keyof typeof WIDTHS): Map<string, number> {
  // A space at which no line breaks is as wide as any.
  return new Map([...Object.entries(WIDTHS[face]), ['\u00a0', WIDTHS[face][' ']]]);
}

/**
 * Breaks a text into lines of at most `room` pixels, as evenly as the words allow.
 * @param measure How wide a line is; in the widest face of the stack, unless the face is known.
 */
export function wrapText(
  text: string,
  room: number,
  size: number,
  isBold = false,
  measure: typeof textWidth = textWidth,
): string[] {
  const space = measure(' ', size, isBold);
  const words = text.split(' ').map((word) => ({ word, width: measure(word, size, isBold) }));
  const fillTo = (width: number) => fillLines(words, width, space);
  const count = fillTo(room).length;
  // The narrowest room that needs no more lines gives lines of like length; found by halving, in steps of four pixels.
  let [enough, tooFew] = [0, Math.max(0, Math.ceil((room - 20) / 4)) + 1];
  while (tooFew - enough > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (fillTo(room - 4 * middle).length === count) enough = middle;
    else tooFew = middle;
  }
  return fillTo(room - 4 * enough);
}

function fillLines(words: readonly { word: string; width: number }[], room: number, space: number): string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const { word, width } of words) {
    if (used + space + width > room) {
      lines.push(word);
      used = width;
    } else {
      lines[lines.length - 1] += ` ${word}`;
      used += space + width;
    }
  }
  return lines;
}
