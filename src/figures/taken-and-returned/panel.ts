import { sharedTone } from '../shared/drawn-places.ts';
import { barMarks, BEYOND, barEnd, tenureOf, type TenureSegment, type Tenure } from '../shared/tenures.ts';
import {
  startMark,
  byWidth,
  textLabel,
  boxPath,
  num,
  utc,
  timeScale,
  yearsBetween,
  textWidth,
  wrapText,
  type BarStyle,
  type TimeScale,
  type Axis,
  type ByWidth,
  type Frame,
  type Label,
  type Mark,
} from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName } from '../../data/places.ts';
import type { ChartModel } from '../shared/model.ts';
import type { Period, Tone } from '../../data/schemas/figure.ts';
import type { Place } from '../../data/schemas/place.ts';
import { isUnchecked, type Panel } from './rows.ts';

/** The width from the first to the last day, in pixels: the same in both panels, so that bars compare. */
export const TIME: ByWidth<number> = { phone: 152, column: 190 };

/** The place and the days of a panel. */
export interface Area {
  frame: Frame;
  left: number;
  top: number;
  /** Width of the column of names. */
  names: number;
  /** Lines kept for the head, so that panels beside each other begin at one height. */
  lines: number;
  /** The first and the last day shown. */
  began: string;
  end: string;
  /** Days on which the military was back in a town and left it again, by the town's id. */
  breaks: Period[];
  /** The year whose reversals the figure is about, which is shaded. */
  year: string;
}

/** One panel of the picture. */
export interface Drawn {
  axis: Axis;
  marks: Mark[];
  labels: Label[];
  placed: ChartModel['placed'];
  bottom: number;
}

/** The head of a panel, broken into lines. */
export interface Head {
  all: string[];
  /** How many of the lines are the head itself. */
  strong: number;
}

/** Breaks a panel’s head to fit over it. */
export function wrapHead({ id, head, count }: Panel, frame: Frame): Head {
  const room = byWidth(frame, { phone: frame.width, column: id === 'back' ? 372 : 290 });
  const bold = wrapText(head, room, frame.text, true);
  return { all: [...bold, ...wrapText(count, room, frame.text)], strong: bold.length };
}

/** Draws the regions of a panel under each other, a row for each town. */
export function drawPanel(
  panel: Panel,
  { all, strong }: Head,
  { frame, left, top, names, lines, began, end, breaks, year }: Area,
): Drawn {
  const size = frame.text;
  const rowHeight = byWidth(frame, { phone: 17, column: 15 });
  const x = timeScale(
    began,
    end,
    { ...frame, left: left + names, right: left + names + byWidth(frame, TIME) },
    { left: 2 },
  );
  const ticks = yearsBetween(began, end);
  const years = top + size * (1 + 1.2 * (lines - 1)) + 20;
  const labels: Label[] = [
    textLabel(`head-${panel.id}`, all, 'value', left, top + size, 'start', size, 'neutral', strong),
  ];
  const marks: Mark[] = [];
  const placed: ChartModel['placed'] = [];
  let y = years + 2;
  for (const group of panel.groups) {
    labels.push(
      textLabel(
        `region-${group.id}`,
        [group.label],
        'heading',
        left,
        y + size + byWidth(frame, { phone: 4, column: 3 }),
        'start',
        size,
        'ink',
      ),
    );
    y += byWidth(frame, { phone: 22, column: 20 });
    for (const place of group.places) {
      const middle = y + rowHeight / 2;
      const span = tenureOf(
        place,
        end,
        breaks.find(({ id }) => id === place.id),
      );
      const tone = sharedTone(place);
      const bar = { row: place.id, tone, y: middle, half: barHalf(tone) };
      marks.push(...townMarks(place, span, x, bar));
      const base = middle + size * 0.36;
      labels.push({
        ...textLabel(`name-${place.id}`, [bareName(place)], 'name', left, base, 'start', size),
        row: place.id,
      });
      const words = endWords(place);
      if (words)
        labels.push({
          ...textLabel(place.id, [words], 'name', endWordsX(span, place, x), base, 'start', size),
          row: place.id,
        });
      placed.push({ row: place.id, x: captureX(span, x), y: middle });
      y += rowHeight;
    }
  }
  const bottom = y + size + 6;
  const [first, last] = [x(utc(`${year}-01-01`)), x(utc(`${Number(year) + 1}-01-01`))];
  marks.unshift({
    kind: 'area',
    tone: 'ink',
    d: boxPath({ x0: first, x1: last, y0: years + 4, y1: y + 3 }),
    boxes: [],
  });
  const axis: Axis = {
    d: ticks.map((year) => `M${num(x(utc(`${year}-01-01`)))} ${num(years + 4)}V${num(y + 3)}`).join(''),
    labels: [years, bottom].flatMap((base, index) =>
      ticks.map((year) =>
        textLabel(
          `${index}-${panel.id}-${year}`,
          [year],
          'tick',
          Math.min(yearMiddle(year, end, x), x.range()[1]! - textWidth(year, size) / 2),
          base,
          'middle',
          size,
        ),
      ),
    ),
  };
  return { axis, marks, labels, placed, bottom: bottom + 4 };
}

/** The bar of one town; what became of it later is left out where nobody looked. */
function townMarks(place: Place, { taken, ...span }: Tenure, x: TimeScale, bar: BarStyle): Mark[] {
  const segments = isUnchecked(place) ? span.segments.filter(({ certainty }) => certainty !== 'open') : span.segments;
  const isFirm = place.confidence === 'high';
  const marks = barMarks({ ...span, segments, ...(isFirm && taken ? { taken } : {}) }, x, bar);
  return !isFirm && taken ? [...marks, startMark(x(utc(taken)), bar, 'hollow')] : marks;
}

function yearMiddle(year: string, end: string, x: TimeScale): number {
  return (x(utc(`${year}-01-01`)) + Math.min(x(utc(end)), x(utc(`${Number(year) + 1}-01-01`)))) / 2;
}

/** Returns the words at the end of a bar: the day, or what is known instead of one. */
function endWords(place: Place): string | null {
  const { status_latest: status, status_changed_on: changed, changed_not_after: until } = place;
  if (isUnchecked(place)) return 'later status not established';
  if (status === 'contested') return 'contested';
  if (status === 'transferred-uwsa') return `to the Wa, ${formatDateShort(changed ?? '')}`;
  if (status !== 'retaken' && status !== 'handed-back') return null;
  return changed ? formatDateShort(changed) : `by ${formatDateShort(until ?? '')}`;
}

function endWordsX(span: Tenure, place: Place, x: TimeScale): number {
  if (isUnchecked(place)) return captureX(span, x) + 5;
  return barEnd(span, x) + (span.ending ? BEYOND + 7 : 5);
}

/** Returns the x of the day of a capture, or where there is none of the day by which it was taken. */
function captureX(span: Tenure, x: TimeScale): number {
  return x(utc(span.taken ?? (span.segments[0] as TenureSegment).to));
}

/** Returns half the height of a bar: those of the alliance are thicker, so that they differ without colour too. */
export function barHalf(tone: Tone): number {
  return tone === 'alliance' ? 5 : 3;
}

/** Returns the width of the longest name of a panel, in pixels, with a gap after it. */
export function namesWidth(panel: Panel, { text }: Frame): number {
  return Math.max(...panel.groups.flatMap(({ places }) => places.map((place) => textWidth(bareName(place), text)))) + 6;
}
