import type { Box, Shape } from './picture.ts';

/** Formats a coordinate with at most one decimal, and no minus zero. */
export function num(value: number): string {
  return String(Number(value.toFixed(1)) + 0);
}

/** Returns the path around a rectangle. */
export function boxPath({ x0, y0, x1, y1 }: Box): string {
  return `M${num(x0)} ${num(y0)}H${num(x1)}V${num(y1)}H${num(x0)}z`;
}

/** By how many pixels a point reaches less far than other marks. */
export const POINT = 1.4;

/** Returns the path of a marker. */
export function outline(shape: Shape, x: number, y: number, r: number): string {
  const [a, b] = [num(x), num(y)];
  // Rounded alone, a diameter that is not twice its radius makes an oval of two arcs.
  const [radius, diameter] = [num(r), num(2 * Number(num(r)))];
  switch (shape) {
    case 'dot':
      return `M${num(x - r)} ${b}a${radius} ${radius} 0 1 0 ${diameter} 0a${radius} ${radius} 0 1 0-${diameter} 0`;
    case 'square':
      return `M${num(x - r + 0.5)} ${num(y - r + 0.5)}h${num(2 * r - 1)}v${num(2 * r - 1)}h-${num(2 * r - 1)}z`;
    case 'triangle':
      return `M${a} ${num(y - r - 0.5)}l${num(r + 0.5)} ${num(2 * r)}h-${num(2 * r + 1)}z`;
    case 'diamond':
      return `M${a} ${num(y - r - 2.5)}l${num(r + 2)} ${num(r + 2.5)}l-${num(r + 2)} ${num(r + 2.5)}l-${num(r + 2)}-${num(r + 2.5)}z`;
    case 'point':
      return outline('dot', x, y, r - POINT);
    case 'cross': {
      const arm = r - 1.2;
      return `M${num(x - 1.2)} ${num(y - r - 0.5)}h2.4v${num(arm + 0.5)}h${num(arm + 0.5)}v2.4h-${num(arm + 0.5)}v${num(arm + 0.5)}h-2.4v-${num(arm + 0.5)}h-${num(arm + 0.5)}v-2.4h${num(arm + 0.5)}z`;
    }
  }
}

/** A stretch of a band from `x` on: its lower and its upper edge, in pixels. */
export interface BandStep {
  x: number;
  low: number;
  high: number;
}

/** Returns the path along the upper edge of such a band, up to `end`; only corners are written, since a band of small multiples has hundreds of days. */
export function stepEdge([first, ...later]: readonly BandStep[], end: number): string {
  if (!first) return '';
  const corners: string[] = [`M${num(first.x)} ${num(first.high)}`];
  let high = num(first.high);
  for (const step of later) {
    if (num(step.high) === high) continue;
    high = num(step.high);
    corners.push(`H${num(step.x)}V${high}`);
  }
  return `${corners.join('')}H${num(end)}`;
}

/** Returns the path around a band whose edges move in steps, up to `end`. */
export function stepBand(steps: readonly BandStep[], end: number): string {
  const [first] = steps;
  if (!first) return '';
  let low = num((steps.at(-1) ?? first).low);
  const corners = [`${stepEdge(steps, end)}V${low}`];
  for (let index = steps.length - 1; index > 0; index -= 1) {
    const before = num((steps[index - 1] as BandStep).low);
    if (before === low) continue;
    low = before;
    corners.push(`H${num((steps[index] as BandStep).x)}V${low}`);
  }
  return `${corners.join('')}H${num(first.x)}z`;
}
