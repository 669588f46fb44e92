import type { Box } from './picture.ts';

/** A straight line from one point to another. */
export type Segment = [x0: number, y0: number, x1: number, y1: number];

/** Checks that a line enters a box. */
export function entersBox([x0, y0, x1, y1]: Segment, box: Box): boolean {
  if (Math.max(x0, x1) < box.x0 || Math.min(x0, x1) > box.x1 || Math.max(y0, y1) < box.y0 || Math.min(y0, y1) > box.y1)
    return false;
  // All corners on one side of the line: it passes by.
  const side = (x: number, y: number) => Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
  return Math.abs(side(box.x0, box.y0) + side(box.x1, box.y0) + side(box.x0, box.y1) + side(box.x1, box.y1)) < 4;
}

/** Checks that two lines cross. */
export function segmentsCross([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
    side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
  );
}
