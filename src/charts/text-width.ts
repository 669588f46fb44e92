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
  return new Map(Object.entries(WIDTHS[face]));
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
  const fillTo = (width: number) => fillLines(text, width, (line) => measure(line, size, isBold));
  const count = fillTo(room).length;
  // The narrowest room that needs no more lines gives lines of like length.
  let narrow = room;
  while (narrow > 20 && fillTo(narrow - 4).length === count) narrow -= 4;
  return fillTo(narrow);
}

function fillLines(text: string, room: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
