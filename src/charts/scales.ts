import {
  max,
  min,
  scaleLinear,
  scaleUtc,
  utcDay,
  utcDays,
  utcMonth,
  utcMonths,
  type ScaleLinear,
  type ScaleTime,
} from 'd3';
import type { Frame } from './picture.ts';

/** A scale from days to pixels. */
export type TimeScale = ScaleTime<number, number>;
/** A scale from counts to pixels. */
export type CountScale = ScaleLinear<number, number>;

/** Returns the years that began between two ISO days, as four digits. */
export function yearsBetween(from: string, to: string): string[] {
  const first = Number(from.slice(0, 4)) + 1;
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => String(first + index));
}

/** Returns the first days of the months between two ISO days, both included. */
export function monthsBetween(from: string, to: string): string[] {
  return utcMonths(utc(from), utcDay.offset(utc(to), 1)).map(isoDay);
}

/** Returns the first and the fifteenth of the months between two ISO days, both included. */
export function halfMonthsBetween(from: string, to: string): string[] {
  return utcDays(utc(from), utcDay.offset(utc(to), 1))
    .map(isoDay)
    .filter((day) => day.endsWith('-01') || day.endsWith('-15'));
}

/** Returns the first and the last day that points can describe, as ISO days. */
export function dayRange(points: { from: Date; to: Date }[]): [from: string, to: string] {
  return [isoDay(min(points, ({ from }) => from) as Date), isoDay(max(points, ({ to }) => to) as Date)];
}

/** Returns the first day of the month of an ISO day. */
export function monthStart(day: string): string {
  return isoDay(utcMonth.floor(utc(day)));
}

/** Returns the ISO day of a date in UTC. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Returns a scale of days from left to right; `from` and `to` are ISO days. */
export function timeScale(
  from: string,
  to: string,
  frame: Frame,
  inset: { left?: number; right?: number } = {},
): TimeScale {
  return scaleUtc([utc(from), utc(to)], [frame.left + (inset.left ?? 0), frame.right - (inset.right ?? 0)]);
}

/** Steps to which the end of a scale is rounded up. */
const STEPS = 10;
/** The usual number of ticks. */
const TICKS = 4;

/** Returns a scale of counts from the bottom up to a round number over the largest drawn, always from zero: heights are read as amounts. */
export function countScale(points: { value: number }[], frame: Frame): CountScale {
  return fromZero(points, frame.bottom, frame.top);
}

/** Returns a scale of counts from left to right, from zero. */
export function lengthScale(points: { value: number }[], left: number, right: number): CountScale {
  return fromZero(points, left, right);
}

/** Returns round numbers along a scale, zero among them. */
export function countTicks(scale: CountScale): number[] {
  return scale.ticks(TICKS);
}

function fromZero(points: { value: number }[], start: number, end: number): CountScale {
  return scaleLinear([0, Math.max(1, ...points.map((point) => point.value))], [start, end]).nice(STEPS);
}

/** Returns midnight UTC of an ISO day. */
export function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
