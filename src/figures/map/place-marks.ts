import { boxAround, num, outline, type Mark } from '../../charts/index.ts';
import type { Holding } from '../../data/holdings.ts';
import type { Tone } from '../../data/schemas/figure.ts';
import { sharedTone } from '../shared/drawn-places.ts';
import type { OrderedPlace } from './order.ts';

/** A place with its spot in one picture. */
export interface Spot extends OrderedPlace {
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
  /** Whether only its left half is filled, which tells one army of a side from the others. */
  isHalf?: boolean;
}

/** Draws a place: a town is round, a gate square; open means less firmly sourced or doubtful, whoever took it. */
export function placeMarks({ x, y, r, tone, isGate = false, isOpen = false, isHalf = false }: Look): Mark[] {
  const boxes = [boxAround({ x, y }, r + 1)];
  const whole = outline(isGate ? 'square' : 'dot', x, y, r);
  if (isOpen) return [{ kind: 'open', tone, d: whole, boxes }];
  return isHalf
    ? [
        { kind: 'open', tone, d: whole, boxes },
        { kind: 'half', tone, d: leftHalf({ x, y, r, isGate }), boxes: [] },
      ]
    : [{ kind: 'filled', tone, d: whole, boxes }];
}

function leftHalf({ x, y, r, isGate }: Pick<Look, 'x' | 'y' | 'r' | 'isGate'>): string {
  const [top, height] = [`M${num(x)} ${num(y - r)}`, num(2 * r)];
  return isGate ? `${top}h-${num(r)}v${height}h${num(r)}z` : `${top}a${num(r)} ${num(r)} 0 0 0 0 ${height}z`;
}

/** Draws a bar across a place that is back with the military, cased in paper so that it shows on every mark. */
export function strike({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  const [arm, half] = [r + 3, 0.5];
  const corner = (dx: number, dy: number) => `${num(x + dx)} ${num(y + dy)}`;
  const d = `M${corner(-arm - half, arm - half)}L${corner(arm - half, -arm - half)}L${corner(arm + half, -arm + half)}L${corner(-arm + half, arm + half)}z`;
  return { kind: 'strike', tone: 'ink', d, boxes: [boxAround({ x, y }, r + 2)] };
}

/** Draws a ring around a place in the hands of a third force. */
export function ring({ x, y, r }: Pick<Look, 'x' | 'y' | 'r'>): Mark {
  return { kind: 'whisker', tone: 'neutral', d: outline('dot', x, y, r + 2.6), boxes: [boxAround({ x, y }, r + 3)] };
}

/** Draws a halo around a point that is only roughly known. */
export function halo({ x, y, r, tone }: Pick<Look, 'x' | 'y' | 'r' | 'tone'>): Mark {
  return { kind: 'halo', tone, d: outline('dot', x, y, r + 5), boxes: [] };
}

/** Draws everything for one place: for each that had it a mark of its own, with the days on which it holds. */
export function spotMarks({ place, x, y, taken, holdings }: Spot, r: number): Mark[] {
  const look: Look = { x, y, r, tone: sharedTone(place), isGate: place.kind === 'border-crossing' };
  const isTnla = place.side === 'tnla';
  return [
    ...(place.coord_precision === 'approximate' ? [{ ...halo(look), row: place.id, from: taken }] : []),
    ...holdings.flatMap((one) =>
      holdingMarks({ ...look, isOpen: one.isDoubtful, isHalf: isTnla }, one).map((mark) => ({
        ...mark,
        row: place.id,
        from: one.from,
        ...(one.until === null ? {} : { until: one.until }),
      })),
    ),
  ];
}

/** How much larger a place is that is back with the military: what the map is about. */
const RETURNED = 1.25;

/** Draws a place that is back with the military: larger, slate, and struck through. */
export function returnedMarks(look: Look): Mark[] {
  const larger: Look = { ...look, r: look.r * RETURNED, tone: 'military', isHalf: false };
  return [...placeMarks(larger), strike(larger)];
}

function holdingMarks(look: Look, { by }: Holding): Mark[] {
  if (by === 'captors') return placeMarks(look);
  if (by === 'military') return returnedMarks(look);
  if (by === 'uwsa') return [...placeMarks({ ...look, tone: 'neutral', isHalf: false }), ring(look)];
  return [
    ...placeMarks({ ...look, tone: 'military', isOpen: false, isHalf: false }),
    { kind: 'half', tone: look.tone, d: leftHalf(look), boxes: [] },
  ];
}

/** Returns how far words keep off the mark of a place, in pixels: off a halo, off a ring, off a stroke. */
export function clearance({ place, passed, back }: Spot): number {
  if (place.coord_precision === 'approximate') return 6;
  return passed !== null ? 3.5 : back !== null ? 3 : 1;
}
