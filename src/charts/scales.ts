import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3';
import { utc, type Point, type Series } from './points.ts';
import type { Frame } from './types.ts';

export type TimeScale = ScaleTime<number, number>;
export type CountScale = ScaleLinear<number, number>;

/** The day on which Operation 1027 began, and with it most scales of time. */
export const OPERATION = '2023-10-27';

/** The years that began between the operation and a day, as four digits. */
export function yearsTo(day: string): string[] {
  const first = Number(OPERATION.slice(0, 4)) + 1;
  return Array.from({ length: Number(day.slice(0, 4)) - first + 1 }, (_, index) => String(first + index));
}

/** Days from left to right. `from` and `to` are ISO days. */
export function timeScale(
  from: string,
  to: string,
  frame: Frame,
  inset: { left?: number; right?: number } = {},
): TimeScale {
  return scaleUtc([utc(from), utc(to)], [frame.left + (inset.left ?? 0), frame.right - (inset.right ?? 0)]);
}

/** How finely the end of a scale is rounded up, and about how many ticks it has. */
const STEPS = 10;
const TICKS = 4;

/** Counts from the bottom up to a round number over the largest drawn, always from zero: heights are read as amounts. */
export function countScale(points: Point[], frame: Frame): CountScale {
  return fromZero(points, frame.bottom, frame.top);
}

/** Counts from left to right, from zero. */
export function lengthScale(points: Point[], left: number, right: number): CountScale {
  return fromZero(points, left, right);
}

/** Round numbers along a scale, zero among them. */
export function countTicks(scale: CountScale): number[] {
  return scale.ticks(TICKS);
}

function fromZero(points: Point[], start: number, end: number): CountScale {
  return scaleLinear([0, Math.max(1, ...points.map((point) => point.value))], [start, end]).nice(STEPS);
}

/** The points that a picture shows as marks. */
export function drawnPoints(series: Series[]): Point[] {
  return series.filter((one) => one.kind === 'line' || one.kind === 'dots').flatMap((one) => one.points);
}
