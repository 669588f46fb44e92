import { utcDay } from 'd3';
import {
  barPiece,
  fadingEnd,
  num,
  startMark,
  textLabel,
  textWidth,
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
import { bareName } from '../../data/places.ts';
import { sharedTone } from '../shared/drawn-places.ts';
import type { ChartModel } from '../shared/model.ts';
import { barHalf } from '../shared/tenures.ts';
import { dayOfReturn, type ReturnedTown } from './standings.ts';

/** The part of a picture that shows the towns that came back. */
export interface ReturnsPart {
  axis: Axis;
  marks: Mark[];
  labels: Label[];
  placed: ChartModel['placed'];
  bottom: number;
}

/** Pixels after its return in which a bar fades out: what followed is not known. */
export const FADE = 40;
/** Least number of unsure days: fewer are hidden by the tick of the capture. */
const SEEN = 21;
/** Pixels between the end of a bar and its words. */
const GAP = 6;

/**
 * Draws a row for each town that came back, in the order of their return: its bar in the colour of those who took it, and
 * from the return on in that of the military.
 * @param top Top of the part, in pixels.
 */
export function drawReturns(
  towns: ReturnedTown[],
  { frame, top, began, end }: { frame: Frame; top: number; began: string; end: string },
): ReturnsPart {
  const size = frame.text;
  const isNarrow = frame.name === 'phone';
  const row = isNarrow ? 33 : 22;
  const names = Math.max(...towns.map((town) => textWidth(isNarrow ? wordsOf(town) : nameOf(town), size))) + 10;
  const words = isNarrow ? 0 : Math.max(...towns.map((town) => textWidth(wordsOf(town), size, true))) + GAP;
  const last = towns.map(dayOfReturn).at(-1) ?? end;
  const x = timeScale(began, last, frame, { left: names, right: words + FADE });
  const first = top + size * 1.6;
  const bottom = first + row * towns.length;
  const ticks = yearsBetween(began, last);

  const parts = towns.map((town, index) => {
    const { place } = town;
    const y = first + (index + 0.5) * row;
    const back = x(utc(dayOfReturn(town)));
    const base = y + size * 0.36;
    const labels = isNarrow
      ? [textLabel(place.id, [nameOf(town), wordsOf(town)], 'heading', 0, y - size * 0.2, 'start', frame, 'ink', 1)]
      : [
          textLabel(`name-${place.id}`, [nameOf(town)], 'name', 0, base, 'start', frame),
          textLabel(place.id, [wordsOf(town)], 'heading', back + FADE + GAP, base, 'start', frame, 'military'),
        ];
    return {
      marks: townMarks(town, x, y),
      labels: labels.map((label) => ({ ...label, row: place.id })),
      placed: { row: place.id, x: back, y },
    };
  });

  return {
    axis: {
      d: ticks.map((year) => `M${num(x(utc(`${year}-01-01`)))} ${num(first)}V${num(bottom)}`).join(''),
      labels: ticks.map((year) =>
        textLabel(`x-${year}`, [year], 'tick', x(utc(`${year}-01-01`)), first - 5, 'middle', frame),
      ),
    },
    marks: parts.flatMap(({ marks }) => marks),
    labels: parts.flatMap(({ labels }) => labels),
    placed: parts.map(({ placed }) => placed),
    bottom,
  };
}

/** Height of the bar of the military, in pixels; as thick as that of the alliance, cut by a stroke. */
const HALF = 5;

/** Draws the bar of one town around the height `y`: as held by those who took it, then as that of the military. */
export function townMarks(town: ReturnedTown, x: TimeScale, y: number): Mark[] {
  const { place, tenure } = town;
  const bar = { row: place.id, tone: sharedTone(place), y, half: barHalf(sharedTone(place)) };
  const [left = 0] = x.range();
  const held = tenure.segments.flatMap(({ certainty, from, to }) => {
    const isHidden = certainty === 'unsure' && utcDay.count(utc(from), utc(to)) < SEEN;
    return certainty === 'open' || isHidden ? [] : [barPiece(certainty, Math.max(left, x(utc(from))), x(utc(to)), bar)];
  });
  const taken = tenure.taken === undefined ? [] : [startMark(x(utc(tenure.taken)), bar, firmness(town))];
  return [...held, ...taken, ...returnMarks(x(utc(dayOfReturn(town))), { row: place.id, y })];
}

function returnMarks(x: number, { row, y }: { row: string; y: number }): Mark[] {
  const bar = { row, tone: 'military', y, half: HALF };
  const cut: Mark = {
    kind: 'strike',
    tone: 'military',
    row,
    d: `M${num(x - 3)} ${num(y + HALF + 2)}L${num(x + 4)} ${num(y - HALF - 2)}`,
    boxes: [{ x0: x - 4, x1: x + 5, y0: y - HALF - 2, y1: y + HALF + 2 }],
  };
  return [...fadingEnd(x, x + FADE, bar), cut];
}

function firmness({ place }: ReturnedTown): 'firm' | 'hollow' {
  return place.confidence === 'high' ? 'firm' : 'hollow';
}

function nameOf({ place }: ReturnedTown): string {
  return `${bareName(place)}, ${place.state_region}`;
}

/** `retaken 16 Jul 2025`, or the month by which it had come back. */
function wordsOf({ place }: ReturnedTown): string {
  const { status_latest: status, status_changed_on: changed, changed_not_after: until } = place;
  const how = status === 'retaken' ? 'retaken' : 'handed back';
  return `${how} ${changed ? formatDateShort(changed) : `by ${formatDateShort(until ?? '')}`}`;
}
