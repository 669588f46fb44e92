import { textWidth } from './text-width.ts';
import type { Label } from './picture.ts';

/** One line of a callout: a label of its own, so that each can be shown from its own day. */
export type CalloutLine = Pick<Label, 'id' | 'tone' | 'lines' | 'strong'> &
  Pick<Partial<Label>, 'lead' | 'row' | 'from' | 'kind' | 'size'>;

/** Labels that belong to one spot of a map and look for a place together, under each other. */
export interface Callout {
  x: number;
  y: number;
  /** The distance from the centre of its spot that the labels keep clear. */
  reach: number;
  lines: CalloutLine[];
}

/** The distance from line to line of a callout, in ems. */
const LEADING = 1.18;
/** The height of a last line, in ems. */
const LAST = 1.05;

/** Returns the width of one line of a callout, in pixels; `size` is that of its letters if it has none of its own. */
export function calloutLineWidth({ lead, lines, size: own }: CalloutLine, size: number): number {
  const letters = own ?? size;
  const before = lead === undefined ? 0 : textWidth(lines[0] === '' ? lead : `${lead} `, letters, true);
  return Math.max(...lines.map((line, index) => textWidth(line, letters, false) + (index === 0 ? before : 0)));
}

/** Returns how far below the head of a line of a callout the next one has its own. */
export function calloutLineStep({ lines, size: own }: CalloutLine, size: number): number {
  return (own ?? size) * LEADING * lines.length;
}

/** Returns the height of one line of a callout, without the room to the next. */
export function calloutLineHeight(line: CalloutLine, size: number): number {
  return calloutLineStep(line, size) - (line.size ?? size) * (LEADING - LAST);
}

/** Returns the room that all labels of a callout take together, in pixels. */
export function calloutSize({ lines }: Callout, size: number): { width: number; height: number } {
  const [last, before] = [lines.slice(-1), lines.slice(0, -1)];
  return {
    width: Math.max(...lines.map((line) => calloutLineWidth(line, size))),
    height:
      before.reduce((sum, line) => sum + calloutLineStep(line, size), 0) +
      last.reduce((sum, line) => sum + calloutLineHeight(line, size), 0),
  };
}
