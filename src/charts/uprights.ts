import { num } from './paths.ts';
import type { Label } from './picture.ts';

/** Room between an upright line and words that stand in its way. */
const GAP = 3;
/** The shortest stretch drawn: a stub between two lines of words is only a speck. */
const LEAST = 6;

/** Returns the path of an upright line that stops at words and goes on after them. */
export function uprightPath(x: number, top: number, bottom: number, words: Label[] = []): string {
  return clearStretches(x, top, bottom, words)
    .map(({ y0, y1 }) => `M${num(x)} ${num(y0)}V${num(y1)}`)
    .join('');
}

/** Returns the stretches of an upright line on which no words stand. */
export function clearStretches(
  x: number,
  top: number,
  bottom: number,
  words: Label[] = [],
): { y0: number; y1: number }[] {
  const gaps = words
    .map(({ box }) => box)
    .filter(({ x0, x1, y0, y1 }) => x0 <= x + GAP && x1 >= x - GAP && y1 + GAP > top && y0 - GAP < bottom);
  const starts = [top, ...gaps.map(({ y1 }) => y1 + GAP)];
  return starts.flatMap((y0) => {
    if (gaps.some((gap) => gap.y0 - GAP <= y0 && gap.y1 + GAP > y0)) return [];
    const y1 = Math.min(bottom, ...gaps.map((gap) => gap.y0 - GAP).filter((end) => end > y0));
    return y1 - y0 >= LEAST ? [{ y0, y1 }] : [];
  });
}
