import { format, utcFormat } from 'd3';
import { textLabel } from './labels.ts';
import { num } from './paths.ts';
import { uprightPath } from './uprights.ts';
import { utc, type CountScale, type TimeScale } from './scales.ts';
import type { Axis, Frame, Label, Letters } from './picture.ts';

const MILLION = 1_000_000;

/** Formats the values at ticks: `200,000`, `400,000`; or, where they reach millions, the highest as `4 million` and the others as `3`, `2`. */
export function formatTicks(values: readonly number[]): string[] {
  const most = Math.max(...values);
  if (most < MILLION) return values.map(format(','));
  return values.map((value) => `${Number((value / MILLION).toFixed(1))}${value === most ? ' million' : ''}`);
}

/** Returns hairlines across the plot; each value stands on its line, at the left. */
export function countAxis(y: CountScale, ticks: number[], frame: Frame): Axis {
  const words = formatTicks(ticks);
  return {
    d: ticks.map((tick) => `M0 ${num(y(tick))}H${frame.width}`).join(''),
    labels: ticks.flatMap((tick, index) =>
      tick > 0 ? [textLabel(`y-${tick}`, [words[index] ?? ''], 'tick', 0, y(tick) - 4, 'start', frame)] : [],
    ),
  };
}

/**
 * Returns a value axis that runs to the right, its values under the plot.
 * @param inPlot Words at which its lines stop.
 */
export function lengthAxis(x: CountScale, ticks: number[], frame: Frame, inPlot: Label[] = []): Axis {
  const words = formatTicks(ticks);
  return {
    d: ticks.map((tick) => uprightPath(x(tick), frame.top, frame.bottom, inPlot)).join(''),
    labels: ticks.map((tick, index) =>
      textLabel(`x-${tick}`, [words[index] ?? ''], 'tick', x(tick), frame.bottom + frame.remark * 1.2, 'middle', frame),
    ),
  };
}

/** Returns short ticks under the plot at the given ISO days, named by a d3 time format. */
export function timeAxis(x: TimeScale, days: string[], pattern: string, frame: Frame): Axis {
  const write = utcFormat(pattern);
  return {
    d: days.map((day) => `M${num(x(utc(day)))} ${num(frame.bottom)}v5`).join(''),
    labels: days.map((day) =>
      tickLabel(day, write(utc(day)), x(utc(day)), frame.height - 3, frame, { x0: 0, x1: frame.width }),
    ),
  };
}

/** Returns the name of a tick of time, under its middle or, where it would stand out, at the edge of its room. */
export function tickLabel(
  day: string,
  text: string,
  x: number,
  y: number,
  size: number | Letters,
  room: { x0: number; x1: number },
): Label {
  const label = textLabel(`x-${day}`, [text], 'tick', x, y, 'middle', size);
  if (label.box.x0 < room.x0) return textLabel(label.id, [text], 'tick', room.x0, y, 'start', size);
  if (label.box.x1 > room.x1) return textLabel(label.id, [text], 'tick', room.x1, y, 'end', size);
  return label;
}
