import {
  byWidth,
  frameOf,
  isoDay,
  smallFrame,
  timeScale,
  type ByWidth,
  type Frame,
  type TimeScale,
  type WidthName,
} from '../../charts/index.ts';
import type { Assessment } from '../../data/schemas/statement.ts';
import type { Judgement, Leaning } from './rows.ts';

/** A judgement with its place: the middle of its mark, and the ends of the days it can mean. */
export interface PlacedJudgement extends Judgement {
  x: number;
  y: number;
  x0: number;
  x1: number;
}

/** One leaning as the picture has it: a lane, with its heading and its marks. */
export interface Lane {
  leaning: Leaning;
  /** Baseline of its heading. */
  head: number;
  placed: PlacedJudgement[];
}

/** Where everything stands, in pixels of the picture. */
export interface Layout {
  frame: Frame;
  x: TimeScale;
  lanes: Lane[];
  /** Upper and lower edge of the strip of years. */
  strip: { top: number; bottom: number };
  /** Left edge of headings. */
  indent: number;
}

interface Measures extends Record<Assessment['leaning'], number> {
  /** Room over the first lane for the words on the first day. */
  top: number;
  /** Room before the first day, and from the left edge to the headings. */
  left: number;
  indent: number;
  /** From the baseline of the heading at the foot down to its marks, and from one level of these to the next. */
  drop: number;
  step: number;
}

/** Heights of the lanes over and under the strip of years and of the lane at the foot, and the room around them. */
const MEASURES: ByWidth<Measures> = {
  phone: { top: 22, for: 138, against: 126, 'looking-back': 92, left: 4, indent: 11, drop: 22, step: 38 },
  column: { top: 22, for: 104, against: 118, 'looking-back': 70, left: 4, indent: 11, drop: -4, step: 38 },
};
const CARD: Measures = { top: 0, for: 106, against: 92, 'looking-back': 34, left: 32, indent: 0, drop: -4, step: 14 };
/** Height of the strip of years. */
const STRIP = 22;
/** From one level of marks to the next. */
const STEP = 14;
/** From the strip of years to the middle of the nearest marks. */
const CLEAR = 10;
/** Room for the name of the last year. */
const LAST = 36;
/** Least room between two marks of one level. */
const APART = 2;

/** Lays out the lanes at a width of a page: over the years, under them, and at the foot those who look back. */
export function layoutOf(width: WidthName, began: string, leanings: Leaning[]): Layout {
  const frame = frameOf(width, 0, { top: 0, bottom: 0, right: 0 });
  return layOut({ ...frame, mark: 4.5 }, byWidth(width, MEASURES), began, leanings);
}

/** Lays out the lanes on the card of a shared link. */
export function cardLayout(began: string, leanings: Leaning[]): Layout {
  return layOut(smallFrame(), CARD, began, leanings);
}

function layOut(frame: Frame, measures: Measures, began: string, leanings: Leaning[]): Layout {
  const last = Math.max(...leanings.flatMap(({ judgements }) => judgements.map(({ to }) => to.getTime())));
  const x = timeScale(began, isoDay(new Date(last)), frame, { left: measures.left, right: LAST });
  const { top, indent, drop, step: stepBack } = measures;
  const strip = { top: top + measures.for, bottom: top + measures.for + STRIP };
  const foot = strip.bottom + measures.against;
  const height = foot + measures['looking-back'];
  const head = frame.text;
  // Baseline of the heading, middle of the nearest marks, and the way from there to the others.
  const places = {
    for: [top + head, strip.top - CLEAR, -STEP],
    against: [strip.bottom + CLEAR + head, strip.bottom + 2 * CLEAR + head + 4, STEP],
    'looking-back': [foot + head, foot + head + drop, stepBack],
  } as const;
  const lanes = leanings.map((leaning): Lane => {
    const [heading, nearest, step] = places[leaning.id];
    const placed = stack(leaning.judgements, x, frame);
    return {
      leaning,
      head: heading,
      placed: placed.map(({ level, ...one }) => ({ ...one, y: nearest + level * step })),
    };
  });
  return { frame: { ...frame, height, top, bottom: height }, x, lanes, strip, indent };
}

/** Stacks marks that would touch: those that the picture names farthest out, long ones before short ones. */
function stack(judgements: Judgement[], x: TimeScale, { mark }: Frame) {
  const taken: { x0: number; x1: number }[][] = [];
  const length = ({ from, to }: Judgement) => to.getTime() - from.getTime();
  const ordered = [...judgements].sort(
    (a, b) => Number(a.row.telling) - Number(b.row.telling) || length(b) - length(a),
  );
  return ordered.map((one) => {
    const [x0, x1] = [x(one.from), x(one.to)];
    const middle = (x0 + x1) / 2;
    const room = one.isDot ? { x0: middle - mark, x1: middle + mark } : { x0, x1 };
    const isFree = (level: { x0: number; x1: number }[]) =>
      level.every((other) => room.x0 >= other.x1 + APART || room.x1 <= other.x0 - APART);
    const found = taken.findIndex(isFree);
    const level = found < 0 ? taken.length : found;
    (taken[level] ??= []).push(room);
    return { ...one, x: middle, x0, x1, level };
  });
}
