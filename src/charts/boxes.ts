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
