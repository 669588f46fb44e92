import { boxAround, num, outline, type Frame, type Mark } from '../../charts/index.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import type { Numbered } from './order.ts';

/** A numbered place with its spot in one picture. */
export interface Spot extends Numbered {
  x: number;
  y: number;
  /** Whether it is a gate drawn on top of its own town, whose point it shares. */
  isBesideTown: boolean;
}

/** The look of a mark, on the map as in the key. */
export interface Look {
  x: number;
  y: number;
  /** Half its size. */
  r: number;
  tone: Tone;
  isGate?: boolean;
  isOpen?: boolean;
}

/** Draws a place: a town is round, a gate square; open means less firmly sourced. */
export function placeMark({ x, y, r, tone, isGate = false, isOpen = false }: Look): Mark {
  return {
    kind: isOpen ? 'open' : 'filled',
    tone,
    d: outline(isGate ? 'square' : 'dot', x, y, r),
    boxes: [boxAround({ x, y }, r + 1)],
  };
}

/** Draws a bar across a place given back or retaken, cased in paper so that it shows on every mark. */
export function strike({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  const [arm, half] = [r + 3, 0.5];
  const corner = (dx: number, dy: number) => `${num(x + dx)} ${num(y + dy)}`;
  const d = `M${corner(-arm - half, arm - half)}L${corner(arm - half, -arm - half)}L${corner(arm + half, -arm + half)}L${corner(-arm + half, arm + half)}z`;
  return { kind: 'strike', tone: 'ink', d, boxes: [boxAround({ x, y }, r + 2)] };
}

/** Draws a ring around a place in the hands of a third force. */
export function ring({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  return { kind: 'whisker', tone: 'ink', d: outline('dot', x, y, r + 2.6), boxes: [boxAround({ x, y }, r + 3)] };
}

/** Draws a halo around a point that is only roughly known. */
export function halo({ x, y, r, tone }: Pick<Look, 'x' | 'y' | 'r' | 'tone'>): Mark {
  return { kind: 'halo', tone, d: outline('dot', x, y, r + 5), boxes: [] };
}

/** Draws everything for one place, each mark with the day from which it holds. */
export function spotMarks({ place, x, y, taken, back, passed }: Spot, { mark: r }: Pick<Frame, 'mark'>): Mark[] {
  const look: Look = {
    x,
    y,
    r,
    tone: place.side,
    isGate: place.kind === 'border-crossing',
    isOpen: place.confidence === 'medium',
  };
  const own = { row: place.id };
  return [
    ...(place.coord_precision === 'approximate' ? [{ ...halo(look), ...own, from: taken }] : []),
    { ...placeMark(look), ...own, from: taken },
    ...(passed === null ? [] : [{ ...ring(look), ...own, from: passed }]),
    ...(back === null ? [] : [{ ...strike(look), ...own, from: back }]),
  ];
}
