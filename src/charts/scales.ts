import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3';
import { utc } from './points.ts';
import type { Frame } from './types.ts';

export type TimeScale = ScaleTime<number, number>;
export type CountScale = ScaleLinear<number, number>;

/** Days from left to right. `from` and `to` are ISO days. */
export function timeScale(from: string, to: string, frame: Frame, inset: { left?: number; right?: number } = {}): TimeScale {
  return scaleUtc([utc(from), utc(to)], [frame.left + (inset.left ?? 0), frame.right - (inset.right ?? 0)]);
}

/** Counts from the bottom up, always from zero: heights are read as amounts. */
export function countScale(max: number, frame: Frame): CountScale {
  return scaleLinear([0, max], [frame.bottom, frame.top]);
}

/** Counts from left to right, from zero. */
export function lengthScale(max: number, left: number, right: number): CountScale {
  return scaleLinear([0, max], [left, right]);
}
