import { textLabel } from './labels.ts';
import { textWidth } from './text-width.ts';
import type { Frame, Label, Mark } from './picture.ts';

/** A small copy of a mark, and what it means. */
export interface Glyph {
  width: number;
  text: string;
  /** Draws it from `x` to the right, around the height `y`. */
  draw: (x: number, y: number) => Mark[];
}

const LEADING = 1.5;

/** Returns the height of a key at a frame's width, in pixels. */
export function glyphKeyHeight(glyphs: Glyph[], frame: Pick<Frame, 'width' | 'remark'>): number {
  return keyRows(glyphs, frame).length * frame.remark * LEADING;
}

/** Draws the rows of marks above a picture that say what they mean. */
export function glyphKey(glyphs: Glyph[], frame: Frame): { marks: Mark[]; labels: Label[] } {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  keyRows(glyphs, frame).forEach((row, index) => {
    const y = frame.remark * (1 + index * LEADING);
    let x = 0;
    for (const { width, text, draw } of row) {
      marks.push(...draw(x, y - frame.remark * 0.36));
      labels.push(textLabel(`key-${labels.length}`, [text], 'key', x + width + 5, y, 'start', frame));
      x += glyphWidth({ width, text }, frame);
    }
  });
  return { marks, labels };
}

function keyRows(glyphs: Glyph[], frame: Pick<Frame, 'width' | 'remark'>): Glyph[][] {
  const rows: Glyph[][] = [];
  let used = Infinity;
  for (const glyph of glyphs) {
    const width = glyphWidth(glyph, frame);
    if (used + width - GAP > frame.width) {
      rows.push([]);
      used = 0;
    }
    (rows.at(-1) as Glyph[]).push(glyph);
    used += width;
  }
  return rows;
}

const GAP = 14;

function glyphWidth({ width, text }: Pick<Glyph, 'width' | 'text'>, { remark }: Pick<Frame, 'remark'>): number {
  return width + 5 + textWidth(text, remark) + GAP;
}
