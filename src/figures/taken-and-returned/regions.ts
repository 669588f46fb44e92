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
/** Draws small multiples, one a region and all on one scale: towns held by dated reports, those not reported since, and on top those that the military has again. */
export function drawRegions(groups: PlaceGroupRows[], { frame, top, began, end, breaks }: Room): RegionsPart {
  const size = frame.text;
  const columns = byWidth(frame, { phone: 3, column: 5 });
  const width = (frame.right - frame.left - GAP * (columns - 1)) / columns;
  const plot = byWidth(frame, { phone: 76, column: 84 });
  const heads = groups.map((group) => wrapText(group.label, width, size, true));
  const counts = groups.map((group) => wrapText(countWords(group), width, frame.remark));
  const lines = groups.map((_, index) => (heads[index]?.length ?? 0) + (counts[index]?.length ?? 0));
  const head = size * (0.3 + 1.2 * Math.max(...lines));
  const pitch = head + plot + size * 1.7 + GAP;
  const most = Math.max(...groups.map(({ places }) => places.length));
  const years = yearsBetween(began, end);

  const panels = groups.map((group, index) => {
    const left = frame.left + (index % columns) * (width + GAP);
    const panelTop = top + Math.floor(index / columns) * pitch;
    const bottom = panelTop + head + plot;
    const x = timeScale(began, end, { ...frame, left, right: left + width });
    const heightOf = (towns: number) => (plot * towns) / most;
    const standings = standingCounts(group.places, end, breaks);
    return {
      axis: {
        d: [
          `M${num(left)} ${num(bottom)}H${num(left + width)}`,
          ...years.map((year) => `M${num(x(utc(`${year}-01-01`)))} ${num(bottom)}v4`),
        ].join(''),
        labels: years.map((year, at) => ({
          ...tickLabel(
            year,
            at === 0 ? year : `’${year.slice(2)}`,
            x(utc(`${year}-01-01`)),
            bottom + size * 1.3,
            size,
            { x0: left, x1: left + width },
          ),
          id: `x-${group.id}-${year}`,
        })),
      },
      marks: standingAreas(standings, end, x, (towns) => bottom - heightOf(towns)),
      label: textLabel(
        `region-${group.id}`,
        [...(heads[index] ?? []), ...(counts[index] ?? [])],
        'heading',
        left,
        panelTop + size,
        'start',
        frame,
        'ink',
        heads[index]?.length,
      ),
    };
  });

  return {
    axes: panels.map(({ axis }) => axis),
    marks: panels.flatMap(({ marks }) => marks),
    labels: panels.map(({ label }) => label),
    bottom: top + Math.ceil(groups.length / columns) * pitch - GAP,
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

/** `23 taken, 5 back, 2 to the Wa`. */
function countWords({ places }: PlaceGroupRows): string {
  const of = (test: (place: DrawnPlace) => boolean) => places.filter(test).length;
  const back = of(isBackWithMilitary);
  const contested = of(({ status_latest }) => status_latest === 'contested');
  const passed = of(({ status_latest }) => status_latest === 'transferred-uwsa');
  return [
    `${places.length} taken`,
    ...(back > 0 || contested === 0 ? [`${back} back`] : []),
    ...(contested > 0 ? [`${contested} contested`] : []),
    ...(passed > 0 ? [`${passed} to the Wa`] : []),
  ].join(', ');
}
