import { boxPath, num } from './paths.ts';
import type { Mark, MarkKind, Tone, Certainty } from './picture.ts';

/** The row, colour, height and thickness with which one bar is drawn. */
export interface BarStyle {
  row?: string;
  tone: Tone;
  y: number;
  /** Half its height. */
  half: number;
}

const KINDS: Record<Certainty, MarkKind> = { sure: 'bar', unsure: 'bar-unsure' };
/** The least width of unsure days, in pixels, so that they can be seen at all. */
export const LEAST = 2;
/** Half the width of the mark at a capture. */
const START = 1.5;

/** Draws one piece of a bar: solid, or light. */
export function barPiece(look: Certainty, x0: number, end: number, { row, tone, y, half }: BarStyle): Mark {
  const box = { x0, x1: look === 'unsure' ? Math.max(end, x0 + LEAST) : end, y0: y - half, y1: y + half };
  return { kind: KINDS[look], tone, d: boxPath(box), ...optionalRow(row), boxes: [box] };
}

/** The width over which something fades out, in pixels, and in how many parts a bar does. */
const FADE = 40;
const PARTS = 3;

/**
 * Draws the end of a bar of which nothing later is known: on a screen it fades out, on paper dots follow it.
 * @param x0 The last day on which it was seen.
 * @param edge Where the picture ends, if that is sooner.
 */
export function fadingEnd(x0: number, edge: number, { row, tone, y, half }: BarStyle): Mark[] {
  const x1 = Math.min(x0 + FADE, edge);
  return fadeParts(x0, x1).map(({ from, to, opacity }, index) => ({
    kind: 'fade',
    tone,
    d: `M${num(from)} ${num(y)}h${num(to - from)}`,
    opacity,
    thickness: 2 * half,
    // The first part stands for the whole.
    ...(index === 0 ? { ...optionalRow(row), boxes: [{ x0, x1, y0: y - half, y1: y + half }] } : { boxes: [] }),
  }));
}

/** Returns the parts in which something loses its paint from left to right, each paler than the one before. */
export function fadeParts(x0: number, x1 = x0 + FADE, count = PARTS): { from: number; to: number; opacity: number }[] {
  const step = (x1 - x0) / count;
  return Array.from({ length: count }, (_, index) => ({
    from: x0 + index * step,
    to: x0 + (index + 1) * step,
    opacity: Number((1 - (index + 0.5) / count).toFixed(2)),
  }));
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
