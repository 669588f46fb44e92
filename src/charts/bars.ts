import { num } from './paths.ts';
import type { Mark, MarkKind, Tone, Certainty } from './picture.ts';

/** The row, colour, height and thickness with which one bar is drawn. */
export interface BarStyle {
  row?: string;
  tone: Tone;
  y: number;
  /** Half its height. */
  half: number;
}

const KINDS: Record<Certainty, MarkKind> = { sure: 'bar', unsure: 'bar-unsure', open: 'bar-open' };
/** The least width of unsure days, in pixels, so that they can be seen at all. */
export const LEAST = 2;
/** Half the width of the mark at a capture. */
const START = 1.5;

/** Draws one piece of a bar: solid, light, or only its outline. */
export function barPiece(look: Certainty, x0: number, end: number, { row, tone, y, half }: BarStyle): Mark {
  const x1 = look === 'unsure' ? Math.max(end, x0 + LEAST) : end;
  const inset = look === 'open' ? half - 0.5 : half;
  const d = `M${num(x0)} ${num(y - inset)}H${num(x1)}v${num(2 * inset)}H${num(x0)}${look === 'open' ? '' : 'z'}`;
  return { kind: KINDS[look], tone, d, ...optionalRow(row), boxes: [{ x0, x1, y0: y - half, y1: y + half }] };
}

/** Draws the upright mark of a known day; hollow where that day, or the capture itself, is less than firm. */
export function startMark(x: number, { row, tone, y, half }: BarStyle, look: 'firm' | 'hollow' = 'firm'): Mark {
  const reach = half + 1.5;
  return {
    kind: look === 'firm' ? 'bar' : 'open',
    tone,
    d: `M${num(x - START)} ${num(y - reach)}h${2 * START}v${num(2 * reach)}h-${2 * START}z`,
    ...optionalRow(row),
    boxes: [{ x0: x - START, x1: x + START, y0: y - reach, y1: y + reach }],
  };
}

function optionalRow(row: string | undefined): { row?: string } {
  return row === undefined ? {} : { row };
}
