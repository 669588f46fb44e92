import { num } from './paths.ts';
import { utc } from './points.ts';
import type { TimeScale } from './scales.ts';
import type { Look, Span } from './spans.ts';
import type { Box, Mark, MarkKind } from './types.ts';
import type { Tone } from '../data/schemas/figure.ts';

/** Where and in whose colour one bar is drawn. */
export interface BarStyle {
  row?: string;
  tone: Tone;
  y: number;
  /** Half its height. */
  half: number;
}

const KINDS: Record<Look, MarkKind> = { sure: 'bar', unsure: 'bar-unsure', open: 'bar-open' };
/** Unsure days are never drawn narrower than this, so that they can be seen at all. */
export const LEAST = 2;
/** Half the width of the mark at a capture. */
const START = 1.5;
/** How far beyond the end of a bar the middle of its mark stands. */
export const BEYOND = 6;

/** A bar in its pieces, the mark of its capture, and that of its end. Days before the scale begins are cut off. */
export function barMarks(span: Span, x: TimeScale, style: BarStyle): Mark[] {
  const left = x.range()[0] as number;
  const pieces = span.pieces.map(({ look, from, to }) =>
    pieceMark(look, Math.max(left, x(utc(from))), x(utc(to)), style),
  );
  const start = span.taken === undefined ? [] : [startMark(x(utc(span.taken)), style)];
  const end = span.ending ? [endMark(span.ending.kind, endOf(span, x), style)] : [];
  return [...pieces, ...start, ...end];
}

/** Where the last piece of a bar ends. */
export function endOf(span: Span, x: TimeScale): number {
  const days = [
    ...span.pieces.map(({ to }) => to),
    ...(span.ending ? [span.ending.day] : []),
    ...(span.taken ? [span.taken] : []),
  ];
  return Math.max(...days.map((day) => x(utc(day))));
}

/** One piece of a bar: solid, light, or only its outline. */
export function pieceMark(look: Look, x0: number, end: number, { row, tone, y, half }: BarStyle): Mark {
  const x1 = look === 'unsure' ? Math.max(end, x0 + LEAST) : end;
  const inset = look === 'open' ? half - 0.5 : half;
  const d = `M${num(x0)} ${num(y - inset)}H${num(x1)}v${num(2 * inset)}H${num(x0)}${look === 'open' ? '' : 'z'}`;
  return { kind: KINDS[look], tone, d, ...rowOf(row), boxes: [{ x0, x1, y0: y - half, y1: y + half }] };
}

/** The upright mark of a known day; hollow where that day, or the capture itself, is less than firm. */
export function startMark(x: number, { row, tone, y, half }: BarStyle, look: 'firm' | 'hollow' = 'firm'): Mark {
  const reach = half + 1.5;
  return {
    kind: look === 'firm' ? 'bar' : 'open',
    tone,
    d: `M${num(x - START)} ${num(y - reach)}h${2 * START}v${num(2 * reach)}h-${2 * START}z`,
    ...rowOf(row),
    boxes: [{ x0: x - START, x1: x + START, y0: y - reach, y1: y + reach }],
  };
}

/** How a bar ends: crossed out if retaken, one stroke if handed back, an arrowhead if passed on to others. */
export function endMark(kind: 'retaken' | 'handed-back' | 'to-the-wa', end: number, { row, y }: BarStyle): Mark {
  const x = end + BEYOND;
  const boxes: Box[] = [{ x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 }];
  if (kind === 'to-the-wa')
    return { kind: 'filled', tone: 'neutral', d: `M${num(x - 3)} ${num(y - 4)}l7 4l-7 4z`, ...rowOf(row), boxes };
  const stroke = `M${num(x - 3.5)} ${num(y + 4)}l7-8`;
  return {
    kind: 'strike',
    tone: 'military',
    d: kind === 'retaken' ? `${stroke}m-7 0l7 8` : stroke,
    ...rowOf(row),
    boxes,
  };
}

function rowOf(row: string | undefined): { row?: string } {
  return row === undefined ? {} : { row };
}
