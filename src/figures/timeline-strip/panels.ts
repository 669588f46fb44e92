import { firstDay } from '../../data/schemas/dates.ts';
import type { TimelineStripCard } from '../../data/schemas/timeline-strip.ts';
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

/** Patterns in which a tick is written. */
const PATTERNS = { year: '%Y', month: '%b', 'month and year': '%b %Y', nothing: '' } as const;

/** Returns all stretches of the card; the last one ends with the month of the last day, and names every year after its last tick. */
export function stretchesTo(card: TimelineStripCard['stretches'], lastDay: string): Stretch[] {
  const end = utcMonth
    .offset(utcMonth(utc(lastDay)), 1)
    .toISOString()
    .slice(0, 10);
  return card.map(({ from, share, ticks }, index) => {
    const next = card[index + 1]?.from;
    const named = (list: typeof ticks.phone): Tick[] => {
      const given = list.map(({ at, as }): Tick => [firstDay(at), PATTERNS[as]]);
      return next === undefined ? [...given, ...laterYears(given.at(-1)?.[0] ?? from, end)] : given;
    };
    return { from, share, to: next ?? end, ticks: { phone: named(ticks.phone), column: named(ticks.column) } };
  });
}

function laterYears(last: string, end: string): Tick[] {
  const first = Number(last.slice(0, 4)) + 1;
  const count = Math.max(0, Number(end.slice(0, 4)) - first + 1);
  return Array.from({ length: count }, (_, index): Tick => [`${first + index}-01-01`, '%Y']).filter(
    ([day]) => day < end,
  );
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
  if (!panel)
    throw new Error(
      `the strip has no stretch for ${day}: it begins on ${panels[0]?.from}, the first of the stretches in content/timeline-strip.yaml`,
    );
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
