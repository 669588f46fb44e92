import type { Box } from './picture.ts';

/** Returns the area that two boxes share; zero where they only touch. */
export function sharedArea(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0))
  );
}

/** Returns a square around a point, `r` to each side. */
export function boxAround(at: { x: number; y: number }, r: number): Box {
  return { x0: at.x - r, x1: at.x + r, y0: at.y - r, y1: at.y + r };
}

/** Checks that a point lies in a box. */
export function containsPoint(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** Returns the distance of a point from a box; zero inside it. */
export function distanceTo(box: Box, { x, y }: { x: number; y: number }): number {
  const [across, down] = [Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.y0 - y, y - box.y1, 0)];
  // `Math.hypot` takes ten times as long, and a map asks a million times.
  return Math.sqrt(across * across + down * down);
}

/** A straight line from one point to another. */
export type Segment = [x0: number, y0: number, x1: number, y1: number];

/** Checks that a line enters a box. */
export function entersBox(line: Segment, { x0, y0, x1, y1 }: Box): boolean {
  if (
    Math.max(line[0], line[2]) < x0 ||
    Math.min(line[0], line[2]) > x1 ||
    Math.max(line[1], line[3]) < y0 ||
    Math.min(line[1], line[3]) > y1
  )
    return false;
  // All corners on one side of the line: it passes by.
  return Math.abs(sideOf(line, x0, y0) + sideOf(line, x1, y0) + sideOf(line, x0, y1) + sideOf(line, x1, y1)) < 4;
}

/** Returns on which side of a line a point lies: 1, -1, or 0 on it. */
function sideOf([x0, y0, x1, y1]: Segment, x: number, y: number): number {
  return Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
}

/** Checks that two lines cross. */
export function segmentsCross(a: Segment, b: Segment): boolean {
  return sideOf(a, b[0], b[1]) !== sideOf(a, b[2], b[3]) && sideOf(b, a[0], a[1]) !== sideOf(b, a[2], a[3]);
}
