import { sum } from 'd3';
import {
  byWidth,
  num,
  stepBand,
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
import type { Period } from '../../data/schemas/figure.ts';
import type { DrawnPlace, PlaceGroupRows } from '../shared/drawn-places.ts';
import { STANDINGS, standingCounts, type Count } from './standings.ts';

/** The part of a picture that shows all towns, a panel for each region. */
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
  /** Days on which the military was back in a town and left it again, by the town's id. */
  breaks: readonly Period[];
}

/** Pixels between two panels. */
const GAP = 12;

/** One region: its words over its panel, and how many towns it piles up at most. */
interface Panel {
  group: PlaceGroupRows;
  head: string[];
  count: string[];
  towns: number;
}

/**
 * Draws small multiples, one a region and all on one scale: towns held by dated reports, those not reported since, and on
 * top those that the military has again. A row of panels is as high as its own words and towns need.
 */
export function drawRegions(groups: PlaceGroupRows[], room: Room): RegionsPart {
  const { frame, top } = room;
  const columns = byWidth(frame, { phone: 3, column: 5 });
  const width = (frame.right - frame.left - GAP * (columns - 1)) / columns;
  const most = Math.max(...groups.map(({ places }) => places.length));
  const perTown = byWidth(frame, { phone: 76, column: 84 }) / most;
  const panels = groups.map((group): Panel => ({
    group,
    head: wrapText(group.label, width, frame.text, true),
    count: countLines(group, width, frame),
    towns: group.places.length,
  }));

  let bottom = top;
  const drawn = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  ).flatMap((row) => {
    const rowTop = bottom;
    const lines = Math.max(...row.map(({ head, count }) => head.length + count.length));
    const floor = rowTop + frame.text * (0.3 + 1.2 * lines) + perTown * Math.max(...row.map(({ towns }) => towns));
    bottom = floor + frame.text * 1.7 + GAP;
    return row.map((panel, column) => {
      const left = frame.left + column * (width + GAP);
      return drawPanel(panel, { left, right: left + width, top: rowTop, floor, perTown }, room);
    });
  });

  return {
    axes: drawn.map(({ axis }) => axis),
    marks: drawn.flatMap(({ marks }) => marks),
    labels: drawn.map(({ label }) => label),
    bottom: bottom - GAP,
  };
}

/** The edges of one panel in pixels, where its towns pile up from, and the height of one of them. */
interface PanelEdges {
  left: number;
  right: number;
  top: number;
  floor: number;
  perTown: number;
}

function drawPanel(
  { group, head, count }: Panel,
  { left, right, top, floor, perTown }: PanelEdges,
  { frame, began, end, breaks }: Room,
): { axis: Axis; marks: Mark[]; label: Label } {
  const size = frame.text;
  const x = timeScale(began, end, { ...frame, left, right });
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  const ticks = years.map(({ year, at }, index) => ({
    ...tickLabel(year, index === 0 ? year : `’${year.slice(2)}`, at, floor + size * 1.3, size, { x0: left, x1: right }),
    id: `x-${group.id}-${year}`,
  }));
  return {
    axis: {
      d: [`M${num(left)} ${num(floor)}H${num(right)}`, ...years.map(({ at }) => `M${num(at)} ${num(floor)}v4`)].join(
        '',
      ),
      labels: ticks,
    },
    marks: standingAreas(standingCounts(group.places, end, breaks), end, x, (towns) => floor - perTown * towns),
    label: textLabel(
      `region-${group.id}`,
      [...head, ...count],
      'heading',
      left,
      top + size,
      'start',
      frame,
      'ink',
      head.length,
    ),
  };
}

/** Draws the areas of one panel, piled up in the order of `STANDINGS`. */
function standingAreas(counts: Count[], end: string, x: TimeScale, y: (towns: number) => number): Mark[] {
  const [left = 0] = x.range();
  return STANDINGS.flatMap(({ holder, isReported }, index): Mark[] => {
    if (counts.every(({ towns }) => towns[index] === 0)) return [];
    const steps = counts.map(({ day, towns }) => ({
      x: Math.max(left, x(utc(day))),
      low: y(sum(towns.slice(0, index))),
      high: y(sum(towns.slice(0, index + 1))),
    }));
    const d = stepBand(steps, x(utc(end)));
    return [{ kind: isReported ? 'bar' : 'bar-unsure', tone: holder, d, boxes: [] }];
  });
}

/** Returns `23 taken, 5 back, 2 to the Wa` in lines, of which none ends between a number and its word. */
function countLines({ places }: PlaceGroupRows, width: number, frame: Frame): string[] {
  const of = (test: (place: DrawnPlace) => boolean) => places.filter(test).length;
  const back = of(isBackWithMilitary);
  const contested = of(({ status_latest }) => status_latest === 'contested');
  const passed = of(({ status_latest }) => status_latest === 'transferred-uwsa');
  const counts = [
    `${places.length} taken`,
    ...(back > 0 || contested === 0 ? [`${back} back`] : []),
    ...(contested > 0 ? [`${contested} contested`] : []),
    ...(passed > 0 ? [`${passed} to the Wa`] : []),
  ];
  const joined = counts.map((count) => count.replaceAll(' ', '\u00a0')).join(', ');
  return wrapText(joined, width, frame.remark).map((line) => line.replaceAll('\u00a0', ' '));
}
