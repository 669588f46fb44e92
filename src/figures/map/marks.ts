import { num, outline } from '../../charts/marks.ts';
import { boxAround } from '../../charts/marks.ts';
import type { Frame, Mark } from '../../charts/types.ts';
import type { Tone } from '../../schemas/figure.ts';
import { sideOf, TONE_OF, type Numbered } from './order.ts';

/** A numbered place with its spot in one picture. */
export interface Spot extends Numbered {
  x: number;
  y: number;
  /** Whether it is a gate drawn on top of its own town, whose point it shares. */
  isBesideTown: boolean;
}

/** How a mark looks, on the map as in the key. */
export interface Look {
  x: number;
  y: number;
  /** Half its size. */
  r: number;
  tone: Tone;
  isGate?: boolean;
  isOpen?: boolean;
  /** A dot in it: taken by the TNLA. */
  hasPip?: boolean;
}

/** A town is round and a gate square; what the TNLA took has a dot in it, so that it is told apart without colour. */
export function placeMark({ x, y, r, tone, isGate = false, isOpen = false, hasPip = false }: Look): Mark {
  const pip = isOpen ? outline('dot', x, y, 0.6) : hole(x, y, r * 0.34);
  return {
    kind: isOpen ? 'open' : 'filled',
    tone,
    d: outline(isGate ? 'square' : 'dot', x, y, r) + (hasPip ? pip : ''),
    boxes: [boxAround({ x, y }, r + 1)],
  };
}

/** Runs against the outline, so that it is cut out of it. */
function hole(x: number, y: number, r: number): string {
  return `M${num(x - r)} ${num(y)}a${num(r)} ${num(r)} 0 1 1 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 1-${num(2 * r)} 0`;
}

/** Given back or retaken. */
export function strike({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  const [arm, from] = [num(r + 3), num(2 * (r + 3))];
  return { kind: 'strike', tone: 'ink', d: `M${num(x - Number(arm))} ${num(y + Number(arm))}l${from}-${from}`, boxes: [boxAround({ x, y }, r + 2)] };
}

/** In the hands of a third force. */
export function ring({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  return { kind: 'whisker', tone: 'ink', d: outline('dot', x, y, r + 2.6), boxes: [boxAround({ x, y }, r + 3)] };
}

/** The point is only roughly known. */
export function halo({ x, y, r, tone }: Pick<Look, 'x' | 'y' | 'r' | 'tone'>): Mark {
  return { kind: 'halo', tone, d: outline('dot', x, y, r + 5), boxes: [] };
}

/** Everything drawn for one place, each with the day from which it holds. */
export function marksOf({ place, x, y, taken, back, passed }: Spot, { mark: r }: Pick<Frame, 'mark'>): Mark[] {
  const side = sideOf(place);
  const look: Look = { x, y, r, tone: TONE_OF[side], isGate: place.kind === 'border-crossing', isOpen: place.confidence === 'medium', hasPip: side === 'tnla' };
  const own = { row: place.id };
  return [
    ...(place.coord_precision === 'approximate' ? [{ ...halo(look), ...own, from: taken }] : []),
    { ...placeMark(look), ...own, from: taken },
    ...(passed === null ? [] : [{ ...ring(look), ...own, from: passed }]),
    ...(back === null ? [] : [{ ...strike(look), ...own, from: back }]),
  ];
}
