import { utcDay } from 'd3';
import {
  barPiece,
  num,
  startMark,
  textLabel,
  textWidth,
  tickLabel,
  timeScale,
  type TimeScale,
  utc,
  yearsBetween,
  type Axis,
  type Frame,
  type Label,
  type Mark,
} from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName, captureDay, captureDays, changeDays } from '../../data/places.ts';
import { precisionOf } from '../../data/schemas/dates.ts';
import { sharedTone, type DrawnPlace } from '../shared/drawn-places.ts';
import type { ChartModel } from '../shared/model.ts';
import { barHalf } from '../shared/tenures.ts';
import { dayOfReturn } from './standings.ts';

/** The part of a picture that shows the towns that came back. */
export interface ReturnsPart {
  axis: Axis;
  marks: Mark[];
  labels: Label[];
  placed: ChartModel['placed'];
  bottom: number;
}

/** Least number of days between which sources put a capture that make its tick hollow. */
const APART = 21;
/** Pixels between the end of a bar and its words. */
const GAP = 12;

/**
 * Draws a row for each town that came back, in the order of their return: its bar in the colour of those who took it, and
 * from the return to the last day of the data, since nothing later is known, faint in that of the military.
 * @param top Top of the part, in pixels.
 */
export function drawReturns(
  towns: DrawnPlace[],
  { frame, top, began, end }: { frame: Frame; top: number; began: string; end: string },
): ReturnsPart {
  const size = frame.text;
  const isNarrow = frame.name === 'phone';
  const row = isNarrow ? 33 : 22;
  const names = Math.max(...towns.map((town) => textWidth(isNarrow ? wordsOf(town) : nameOf(town), size))) + 10;
  const words = isNarrow ? 0 : Math.max(...towns.map((town) => textWidth(wordsOf(town), size, true))) + GAP;
  const x = timeScale(began, end, frame, { left: names, right: words });
  const first = top + size * 1.6;
  const bottom = first + row * towns.length;
  const ticks = yearsBetween(began, end);

  const parts = towns.map((place, index) => {
    const y = first + (index + 0.5) * row;
    const base = y + size * 0.36;
    const labels = isNarrow
      ? [textLabel(place.id, [nameOf(place), wordsOf(place)], 'heading', 0, y - size * 0.2, 'start', frame, 'ink', 1)]
      : [
          textLabel(`name-${place.id}`, [nameOf(place)], 'name', 0, base, 'start', frame),
          textLabel(place.id, [wordsOf(place)], 'heading', x(utc(end)) + GAP, base, 'start', frame, 'military'),
        ];
    return {
      marks: townMarks(place, x, y),
      labels: labels.map((label) => ({ ...label, row: place.id })),
      placed: { row: place.id, x: x(utc(dayOfReturn(place))), y },
    };
  });

  return {
    axis: {
      d: ticks.map((year) => `M${num(x(utc(`${year}-01-01`)))} ${num(first)}V${num(bottom)}`).join(''),
      labels: ticks.map((year) =>
        tickLabel(year, year, x(utc(`${year}-01-01`)), first - 5, frame, { x0: 0, x1: frame.width }),
      ),
    },
    marks: parts.flatMap(({ marks }) => marks),
    labels: parts.flatMap(({ labels }) => labels),
    placed: parts.map(({ placed }) => placed),
    bottom,
  };
}

/** Half the height of the bar of the military, in pixels; as thick as that of the alliance, cut by a stroke. */
const HALF = 5;

/** Draws the bar of one town around the height `y`: as held by those who took it, then as that of the military. Nothing is drawn of days on which neither is sure. */
export function townMarks(place: DrawnPlace, x: TimeScale, y: number): Mark[] {
  const tone = sharedTone(place);
  const bar = { row: place.id, tone, y, half: barHalf(tone) };
  const [, end = 0] = x.range();
  const [taken, back] = [x(utc(captureDay(place))), dayOfReturn(place)];
  const held = barPiece('sure', taken, x(utc(changeDays(place)?.from ?? back)), bar);
  const tick = precisionOf(place.captured_on) === 'day' ? [startMark(taken, bar, firmness(place))] : [];
  return [held, ...tick, ...returnMarks(x(utc(back)), end, y, place.id)];
}

/** Draws the stroke of a return and, faint, the time since then. */
export function returnMarks(x: number, end: number, y: number, row?: string): Mark[] {
  const cut: Mark = {
    kind: 'strike',
    tone: 'military',
    row,
    d: `M${num(x - 3)} ${num(y + HALF + 2)}L${num(x + 4)} ${num(y - HALF - 2)}`,
    boxes: [{ x0: x - 4, x1: x + 5, y0: y - HALF - 2, y1: y + HALF + 2 }],
  };
  return [barPiece('unsure', x, end, { row, tone: 'military', y, half: HALF }), cut];
}

/** Returns whether the day of a capture is firm: well sourced, and told alike by the sources. */
function firmness(place: DrawnPlace): 'firm' | 'hollow' {
  const { from, to } = captureDays(place);
  return place.confidence === 'high' && utcDay.count(utc(from), utc(to)) < APART ? 'firm' : 'hollow';
}

function nameOf(place: DrawnPlace): string {
  return `${bareName(place)}, ${place.state_region}`;
}

/** `retaken 16 Jul 2025`, or the month by which it had come back. */
function wordsOf({ status_latest: status, status_changed_on: changed, changed_not_after: until }: DrawnPlace): string {
  const how = status === 'retaken' ? 'retaken' : 'handed back';
  return `${how} ${changed ? formatDateShort(changed) : `by ${formatDateShort(until ?? '')}`}`;
}
