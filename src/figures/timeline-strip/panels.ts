import { utcFormat, utcMonth } from 'd3';
import { tickLabel, byWidth, num, utc, type Axis, type ByWidth, type Frame } from '../../charts/index.ts';

/** A stretch of time with a scale of its own. */
export interface Stretch {
  /** First ISO day. */
  from: string;
  /** The ISO day after its last. */
  to: string;
  /** The days that are named under it, and how. */
  ticks: ByWidth<Tick[]>;
  /** Its part of the width, where several stand side by side. */
  share: number;
}

/** An ISO day and how it is written. */
type Tick = [day: string, format: string];

const YEARS = (...years: number[]): Tick[] => years.map((year) => [`${year}-01-01`, '%Y']);
const WEEKS: Tick[] = [
  ['2023-10-01', ''],
  ['2023-11-01', '%b %Y'],
  ['2023-12-01', '%b'],
  ['2024-01-01', '%b %Y'],
];

/** Seventy years before, then years, then weeks, then months: one scale would crowd half of all events into a hair. */
const STRETCHES: Omit<Stretch, 'to'>[] = [
  { from: '1948-01-01', ticks: { phone: YEARS(1950, 1980, 2010), column: YEARS(1950, 2010) }, share: 0.14 },
  { from: '2021-01-01', ticks: { phone: YEARS(2021, 2022, 2023), column: YEARS(2021, 2023) }, share: 0.14 },
  { from: '2023-10-01', ticks: { phone: WEEKS, column: WEEKS }, share: 0.4 },
  {
    from: '2024-02-01',
    ticks: {
      phone: [
        ['2024-07-01', '%b %Y'],
        ['2025-01-01', '%b %Y'],
        ['2025-07-01', '%b'],
        ['2026-01-01', '%b %Y'],
      ],
      column: [['2024-02-01', '%b %Y'], ...YEARS(2025, 2026)],
    },
    share: 0.32,
  },
];

/** Returns all stretches; the last one ends with the month of the last day. */
export function stretchesTo(lastDay: string): Stretch[] {
  const end = utcMonth
    .offset(utcMonth(utc(lastDay)), 1)
    .toISOString()
    .slice(0, 10);
  return STRETCHES.map((stretch, index) => ({ ...stretch, to: STRETCHES[index + 1]?.from ?? end }));
}

/** A stretch on the page. */
export interface Panel extends Stretch {
  x0: number;
  x1: number;
}

/** Room between two stretches, where the scale changes. */
const GAP = 14;

/** Lays stretches side by side over the whole width. */
export function stripPanels(stretches: Stretch[], frame: Frame): Panel[] {
  const shares = stretches.reduce((sum, { share }) => sum + share, 0);
  const width = frame.right - frame.left - GAP * (stretches.length - 1);
  let x = frame.left;
  return stretches.map((stretch) => {
    const panel = { ...stretch, x0: x, x1: x + (width * stretch.share) / shares };
    x = panel.x1 + GAP;
    return panel;
  });
}

/**
 * Returns the x of a day.
 * @throws Error if no panel has it.
 */
export function xOf(day: string, panels: Panel[], frame: Frame): number {
  const panel = panels.find(({ from, to }) => from <= day && day < to);
  if (!panel) throw new Error(`the strip has no stretch for ${day}: it begins in ${STRETCHES[0]?.from}`);
  const inset = frame.mark + 1;
  const part = (utc(day).getTime() - utc(panel.from).getTime()) / (utc(panel.to).getTime() - utc(panel.from).getTime());
  return panel.x0 + inset + part * (panel.x1 - panel.x0 - 2 * inset);
}

/** Draws the line under each panel, with its ticks and their names. */
export function panelAxis(panels: Panel[], y: number, frame: Frame): Axis {
  const ticks = panels.flatMap((panel) =>
    byWidth(frame, panel.ticks).map(([day, format]) => ({
      day,
      at: xOf(day, panels, frame),
      text: utcFormat(format)(utc(day)),
      panel,
    })),
  );
  return {
    d: [
      ...panels.map(({ x0, x1 }) => `M${num(x0)} ${num(y)}H${num(x1)}`),
      ...ticks.map(({ at }) => `M${num(at)} ${num(y)}v5`),
    ].join(''),
    labels: ticks
      .filter(({ text }) => text !== '')
      .map(({ day, at, text, panel }) => tickLabel(day, text, at, y + frame.text + 5, frame.text, panel)),
  };
}

/** Returns where the scale changes: the middle of each gap. */
export function scaleBreaks(panels: Panel[]): number[] {
  return panels.slice(1).map((panel) => panel.x0 - GAP / 2);
}
