import { utcMonth, utcMonths } from 'd3';
import {
  byWidth,
  frameOf,
  num,
  smallFrame,
  textLabel,
  tickLabel,
  utc,
  type Axis,
  type ByWidth,
  type Frame,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { LaterMonth, TownMonth } from './months.ts';

/** Where months and rows of squares stand in one picture, in its pixels. */
export interface Layout {
  frame: Frame;
  /** Every month shown, first to last: `2023-10`. */
  months: string[];
  /** Width of a month. */
  step: number;
  /** Height of a row of squares. */
  row: number;
  /** Gap between squares, across and down. */
  gap: { x: number; y: number };
  /** The line above which towns taken stand, and the line under which those given back hang. */
  line: { taken: number; back: number };
  /** Sizes of letters: of acts, and of everything else. */
  text: { large: number; small: number };
  /** True on the card of a shared link, where it has the names of acts and of years alone. */
  isCard: boolean;
}

/** Measures of a picture in its pixels. */
interface Measures {
  /** Height of a row of squares. */
  row: number;
  /** Height of the strip of months and years between the two lines. */
  strip: number;
  /** Room over the tallest pile for the first act, and under the deepest for the names and the last act. */
  head: number;
  foot: number;
  gap: Layout['gap'];
  large: number;
  small: number;
}

const MEASURES: ByWidth<Measures> = {
  phone: { row: 13, strip: 19, head: 25, foot: 66, gap: { x: 1.2, y: 1.8 }, large: 12.5, small: 11.5 },
  column: { row: 17.6, strip: 32, head: 26, foot: 48, gap: { x: 6, y: 1.8 }, large: 13, small: 11.5 },
};
const CARD: Measures = { row: 10.6, strip: 20, head: 28, foot: 36, gap: { x: 1, y: 1.2 }, large: 14, small: 13 };

/** Lays out the picture at a width of a page. */
export function layoutOf(width: WidthName, began: string, taken: TownMonth[], later: LaterMonth[]): Layout {
  const measures = byWidth(width, MEASURES);
  return layOut(frameOf(width, 0, { right: 0, top: 0, bottom: 0 }), measures, began, taken, later);
}

/** Lays out the picture on the card of a shared link. */
export function cardLayout(began: string, taken: TownMonth[], later: LaterMonth[]): Layout {
  return { ...layOut(smallFrame(), CARD, began, taken, later), isCard: true };
}

/** Places months from the one in which the operation began to the last in which a town changed hands. */
function layOut(frame: Frame, measures: Measures, began: string, taken: TownMonth[], later: LaterMonth[]): Layout {
  const { row, strip, head, foot, gap, large, small } = measures;
  const ground = head + highestPile(taken) * row;
  const line = { taken: ground, back: ground + strip };
  const height = Math.ceil(line.back + highestPile(later) * row + foot);
  const last = [...taken, ...later].map(({ month }) => month).reduce((a, b) => (a > b ? a : b), began.slice(0, 7));
  const months = utcMonths(utcMonth.floor(utc(began)), utcMonth.offset(utc(`${last}-01`), 1)).map((month) =>
    month.toISOString().slice(0, 7),
  );
  const step = frame.width / months.length;
  return {
    frame: { ...frame, height, bottom: height, text: small, mark: Math.min(step - gap.x, row - gap.y) / 2 },
    months,
    step,
    row,
    gap,
    line,
    text: { large, small },
    isCard: false,
  };
}

function highestPile(towns: TownMonth[]): number {
  return Math.max(0, ...[...Map.groupBy(towns, ({ month }) => month).values()].map(({ length }) => length));
}

/** Returns the x of an ISO day, by its part of its month. */
export function xOfDay({ months, step }: Layout, day: string): number {
  const start = utcMonth.floor(utc(day));
  const length = utcMonth.offset(start, 1).getTime() - start.getTime();
  return (months.indexOf(day.slice(0, 7)) + (utc(day).getTime() - start.getTime()) / length) * step;
}

/** Draws the two lines between which months and years stand. */
export function ground({ frame, line }: Layout): Mark {
  const d = `M0 ${num(line.taken + 0.5)}H${frame.width}M0 ${num(line.back - 0.5)}H${frame.width}`;
  return { kind: 'bracket', tone: 'ink', d, boxes: [] };
}

/** Names each year over its months, with a line where it begins and, where there is room, the initials of the months. */
export function monthAxis(layout: Layout): Axis {
  const { frame, months, step, line } = layout;
  const years = [...Map.groupBy(months, (month) => month.slice(0, 4))];
  const hasInitials = step >= frame.text * 1.5 && line.back - line.taken >= frame.text * 2.5;
  const edges = { x0: 0, x1: frame.width };
  const yearY = line.back - 6;
  return {
    d: years
      .slice(1)
      .map(([year]) => `M${num(xOfDay(layout, `${year}-01-01`))} ${num(line.taken)}V${num(line.back)}`)
      .join(''),
    labels: [
      ...years.map(([year, own]) => {
        const middle = xOfDay(layout, `${own[0]}-01`) + (own.length * step) / 2;
        return tickLabel(year, year, middle, yearY, frame.text, edges);
      }),
      ...(hasInitials
        ? months.map((month, index) =>
            textLabel(
              `x-${month}`,
              [INITIALS[Number(month.slice(5)) - 1] ?? ''],
              'tick',
              (index + 0.5) * step,
              line.taken + frame.text + 2,
              'middle',
              frame.text,
            ),
          )
        : []),
    ],
  };
}

const INITIALS = 'JFMAMJJASOND';
