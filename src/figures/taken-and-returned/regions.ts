import { sum } from 'd3';
import {
  byWidth,
  num,
  stepBand,
  stepEdge,
  textLabel,
  tickLabel,
  timeScale,
  utc,
  wrapText,
  yearsBetween,
  type Axis,
  type Frame,
  type Label,
  type Mark,
  type TimeScale,
} from '../../charts/index.ts';
import { isBackWithMilitary } from '../../data/places.ts';
import type { DrawnPlace, PlaceGroupRows } from '../shared/drawn-places.ts';
import { HOLDERS, standingCounts, type Count, type Holder } from './standings.ts';

/** The part of a picture that shows all towns, a panel for each region or, where it has few, only words. */
export interface RegionsPart {
  axes: Axis[];
  marks: Mark[];
  labels: Label[];
  bottom: number;
}

/** The days and the place of the panels. */
interface Room {
  frame: Frame;
  top: number;
  began: string;
  end: string;
}

/** Pixels between two panels. */
const GAP = 12;
/** The most towns of a region that is told in words: a panel of them would be a strip. */
const FEW = 4;

/** One region: its words and the edges between which they stand, over its panel where it has one. */
interface Cell {
  group: PlaceGroupRows;
  left: number;
  right: number;
  head: string[];
  count: string[];
}

/** Draws small multiples, one a region and all on one scale: the towns taken and, on top, those of them that the military has again. */
export function drawRegions(groups: PlaceGroupRows[], room: Room): RegionsPart {
  const { frame } = room;
  const hasMany = ({ places }: PlaceGroupRows) => places.length > FEW;
  const perTown =
    byWidth(frame, { phone: 80, column: 96, paper: 80 }) / Math.max(...groups.map(({ places }) => places.length));
  const rows = [
    ...cellsInRows(groups.filter(hasMany), byWidth(frame, { phone: 2, column: 4, paper: 4 }), frame),
    ...cellsInRows(
      groups.filter((group) => !hasMany(group)),
      byWidth(frame, { phone: 2, column: 5, paper: 3 }),
      frame,
    ),
  ];

  let { top } = room;
  const labels: Label[] = [];
  const panels: Panel[] = [];
  for (const row of rows) {
    labels.push(...row.map((cell) => wordsOver(cell, top, frame)));
    top = Math.max(...labels.slice(-row.length).map(({ box }) => box.y1)) + GAP;
    if (!row.every(({ group }) => hasMany(group))) continue;
    const floor = top + perTown * Math.max(...row.map(({ group }) => group.places.length)) - GAP / 2;
    panels.push(...row.map((cell) => drawPanel(cell, floor, perTown, room)));
    top = floor + frame.text * 1.7 + GAP;
  }
  return {
    axes: panels.map(({ axis }) => axis),
    marks: panels.flatMap(({ marks }) => marks),
    labels,
    bottom: top - GAP,
  };
}

/** Lays regions out in rows of a number of columns. */
function cellsInRows(groups: PlaceGroupRows[], columns: number, frame: Frame): Cell[][] {
  const width = (frame.right - frame.left - GAP * (columns - 1)) / columns;
  const cells = groups.map((group, index): Cell => {
    const left = frame.left + (index % columns) * (width + GAP);
    const head = wrapText(group.label, width, frame.text, true);
    return { group, left, right: left + width, head, count: countLines(group, width, frame) };
  });
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
}

function wordsOver({ group, left, head, count }: Cell, top: number, frame: Frame): Label {
  const lines = [...head, ...count];
  const y = top + frame.text;
  return textLabel(`region-${group.id}`, lines, 'heading', left, y, 'start', frame, 'ink', head.length);
}

/** What is drawn under the words of a region. */
interface Panel {
  axis: Axis;
  marks: Mark[];
}

function drawPanel({ group, left, right }: Cell, floor: number, perTown: number, { frame, began, end }: Room): Panel {
  const size = frame.text;
  const x = timeScale(began, end, { ...frame, left, right });
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  const ticks = years.map(({ year, at }, index) => ({
    ...tickLabel(year, index === 0 ? year : `’${year.slice(2)}`, at, floor + size * 1.3, size, { x0: left, x1: right }),
    id: `x-${group.id}-${year}`,
  }));
  const d = [`M${num(left)} ${num(floor)}H${num(right)}`, ...years.map(({ at }) => `M${num(at)} ${num(floor)}v4`)];
  return {
    axis: { d: d.join(''), labels: ticks },
    marks: standingAreas(standingCounts(group.places), x, (towns) => floor - perTown * towns),
  };
}

/** Draws the areas of one panel, each with a line along its top up to its last change: from the ground those of fewer towns first, so that what came back lies on what it was taken from, and the military’s on top. */
function standingAreas(counts: Count[], x: TimeScale, y: (towns: number) => number): Mark[] {
  const [, end = 0] = x.range();
  const most = (holder: Holder) => (holder === 'military' ? Infinity : Math.max(...counts.map((one) => one[holder])));
  const order = [...HOLDERS].sort((a, b) => most(a) - most(b));
  return order.flatMap((tone, index): Mark[] => {
    const first = counts.findIndex((one) => one[tone] > 0);
    if (first < 0) return [];
    const upTo = (count: Count, top: number) => y(sum(order.slice(0, top), (holder) => count[holder]));
    const steps = counts
      .slice(first)
      .map((count) => ({ x: x(utc(count.day)), low: upTo(count, index), high: upTo(count, index + 1) }));
    return [
      { kind: 'bar-unsure', tone, d: stepBand(steps, end), boxes: [] },
      { kind: 'line', tone, d: stepEdge(steps, lastChange(steps)), boxes: [] },
    ];
  });
}

/** Returns where the top of an area changes last. */
function lastChange(steps: { x: number; high: number }[]): number {
  return steps.findLast(({ high }, index) => high !== steps[index - 1]?.high)?.x ?? 0;
}

/** Returns `23 taken, 5 back, 2 to the Wa` in lines, of which none ends between a number and its word. */
function countLines({ places }: PlaceGroupRows, width: number, frame: Frame): string[] {
  const of = (test: (place: DrawnPlace) => boolean) => places.filter(test).length;
  const back = of(isBackWithMilitary);
  const contested = of(({ status_latest }) => status_latest === 'contested');
  const passed = of(({ status_latest }) => status_latest === 'transferred-uwsa');
  const counts = [
    `${places.length} taken`,
    ...(back > 0 ? [`${back} back`] : contested === 0 ? ['none reported back'] : []),
    ...(contested > 0 ? [`${contested} contested`] : []),
    ...(passed > 0 ? [`${passed} to the Wa`] : []),
  ];
  const joined = counts.map((count) => count.replaceAll(' ', '\u00a0')).join(', ');
  return wrapText(joined, width, frame.remark).map((line) => line.replaceAll('\u00a0', ' '));
}
