import { textWidth } from './text-width.ts';
import type { Label } from './picture.ts';

/** One line of a callout: a label of its own, so that each can be shown from its own day. */
export type CalloutLine = Pick<Label, 'id' | 'tone' | 'lines' | 'strong'> &
  Pick<Partial<Label>, 'lead' | 'row' | 'from' | 'kind'>;

/** Labels that belong to one spot of a map and look for a place together. */
export interface Callout {
  x: number;
  y: number;
  /** The distance from the centre of its spot that the labels keep clear. */
  reach: number;
  lines: CalloutLine[];
  /** Under each other, or side by side where they are only numbers. */
  flow: 'stack' | 'row';
}

/** The distance from line to line of a callout, in ems. */
export const LEADING = 1.18;
/** The gap between labels side by side, in ems. */
export const ROW_GAP = 0.35;

/** Returns the width of one line of a callout, in pixels. */
export function calloutLineWidth({ lead, lines }: CalloutLine, size: number): number {
  const before = lead === undefined ? 0 : textWidth(lines[0] === '' ? lead : `${lead} `, size, true);
  return Math.max(...lines.map((line, index) => textWidth(line, size, false) + (index === 0 ? before : 0)));
}

/** Returns the room that all labels of a callout take together, in pixels. */
export function calloutSize({ lines, flow }: Callout, size: number): { width: number; height: number } {
  const widths = lines.map((line) => calloutLineWidth(line, size));
  const rows = flow === 'stack' ? lines.reduce((sum, line) => sum + line.lines.length, 0) : 1;
  const width =
    flow === 'stack'
      ? Math.max(...widths)
      : widths.reduce((sum, one) => sum + one, 0) + (lines.length - 1) * size * ROW_GAP;
  return { width, height: size * (1.05 + LEADING * (rows - 1)) };
}
