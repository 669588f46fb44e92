import { area, curveStepAfter, line } from 'd3';
import type { BarStyle } from './bars.ts';
import { boxAround } from './boxes.ts';
import { boxPath, num, outline, POINT } from './paths.ts';
import { clearStretches, uprightPath } from './uprights.ts';
import type { Box, Frame, Label, Mark, MarkKind, Shape, Tone } from './picture.ts';

/** A point as a picture marks it: its row, and whether it is drawn open. */
export interface MarkedPoint {
  id: string;
  isDoubtful: boolean;
}

/** A point with its place. `x` is where the mark stands; `x0` and `x1` span the days it can mean. */
export interface PlacedPoint<P extends MarkedPoint = MarkedPoint> {
  point: P;
  x: number;
  y: number;
  x0: number;
  x1: number;
}

/** A way to draw the line from one value to the next. Each piece of a line stands alone, so that it can be hidden with either of its ends. */
export type Joiner = (from: PlacedPoint, to: PlacedPoint, tone: Tone) => Mark;

const straight = line<PlacedPoint>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);
const steps = line<PlacedPoint>(straight.x(), straight.y()).curve(curveStepAfter).digits(1);

/** Holds a value until the next is published. */
export const stepLine: Joiner = (from, to, tone) =>
  joiningMark('line', from, to, tone, steps([from, to]) ?? '', [from, { x: to.x, y: from.y }, to]);

/** Leads straight from value to value. */
export const straightLine: Joiner = (from, to, tone) =>
  joiningMark('line', from, to, tone, straight([from, to]) ?? '', [from, to]);

/** Draws a line, piece by piece; where the card says that nothing is known in between, nothing is drawn. */
export function brokenLine(places: PlacedPoint[], gaps: [string, string][], tone: Tone, join: Joiner): Mark[] {
  return places.slice(1).flatMap((to, index) => {
    const from = places[index] as PlacedPoint;
    return gaps.some(([a, b]) => a === from.point.id && b === to.point.id) ? [] : [join(from, to, tone)];
  });
}

/** Draws a filled band between two heights; both ends are data, nothing is drawn beyond them. */
export function bandArea(places: { x: number; low: number; high: number }[], tone: Tone): Mark {
  const d =
    area<{ x: number; low: number; high: number }>(
      (p) => p.x,
      (p) => p.low,
      (p) => p.high,
    ).digits(1)(places) ?? '';
  return { kind: 'area', tone, d, boxes: [] };
}

/** Fills a rectangle. */
export function areaMark(box: Box, tone: Tone): Mark {
  return { kind: 'area', tone, d: boxPath(box), boxes: [] };
}

/** Draws a thin vertical rule at a day, with a gap wherever words stand on it. */
export function rule(x: number, top: number, bottom: number, words: Label[] = []): Mark {
  return {
    kind: 'rule',
    tone: 'neutral',
    d: uprightPath(x, top, bottom, words),
    boxes: clearStretches(x, top, bottom, words).map(({ y0, y1 }) => ({ x0: x - 1, x1: x + 1, y0, y1 })),
  };
}

/** Draws an arrow from left to right: a count that goes on beyond what is drawn. `half` is half the height of its head. */
export function arrow(x0: number, x1: number, { row, tone, y, half }: BarStyle): Mark {
  const d = `M${num(x0 + 0.5)} ${num(y - half)}v${2 * half}m0-${half}H${num(x1 - 1)}m-${half}-${half}l${half} ${half}l-${half} ${half}`;
  return { kind: 'bracket', tone, row, d, boxes: [{ x0, x1, y0: y - half, y1: y + half }] };
}

/** Draws a difference: from a value across and up to a later one. */
export function bracket(from: PlacedPoint, to: PlacedPoint): Mark {
  return joiningMark('bracket', from, to, 'neutral', `M${num(from.x)} ${num(from.y)}H${num(to.x)}V${num(to.y)}`, [
    from,
    { x: to.x, y: from.y },
    to,
  ]);
}

/** Draws the days that a number or an event can mean, as a line with ends through its mark. */
export function whisker({ x0, x1, y }: Pick<PlacedPoint, 'x0' | 'x1' | 'y'>, tone: Tone, row?: string): Mark {
  return {
    kind: 'whisker',
    tone,
    row,
    d: `M${num(x0)} ${num(y)}H${num(x1)}M${num(x0)} ${num(y - 3)}v6M${num(x1)} ${num(y - 3)}v6`,
    boxes: [{ x0, x1, y0: y - 3, y1: y + 3 }],
  };
}

/** Draws one mark: the outline says what kind of number, filled or open says whether it is sure. */
export function pointMark(place: PlacedPoint, shape: Shape, tone: Tone, frame: Frame): Mark {
  const open = place.point.isDoubtful || shape === 'diamond';
  return {
    kind: open ? 'open' : 'filled',
    tone,
    d: outline(shape, place.x, place.y, frame.mark),
    row: place.point.id,
    boxes: [boxAround(place, frame.mark + 1 - (shape === 'point' ? POINT : 0))],
  };
}

/** The distance that marks of one known day may move apart, in half marks: enough to tell them apart, less than two days anywhere. */
const HAIR = 1.5;

/**
 * Moves single marks that would hide others aside: along the days they can mean, or by a hair where the day is known.
 * @param fixed Marks that stay, such as those on lines.
 */
export function spread<P extends MarkedPoint>(
  fixed: PlacedPoint<P>[],
  loose: PlacedPoint<P>[],
  frame: Frame,
): PlacedPoint<P>[] {
  const size = 2 * frame.mark + 2;
  const done = [...fixed];
  // Marks with a known day stand first, so that the undated ones make room for them.
  for (const place of [...loose].sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0))) {
    const reach = Math.max((place.x1 - place.x0) / 2, HAIR * frame.mark);
    const steps = Array.from(
      { length: 8 * Math.ceil(reach / size) + 1 },
      (_, k) => (k % 2 === 0 ? -1 : 1) * Math.ceil(k / 2) * (frame.mark / 2),
    );
    const free = steps
      .filter((step) => Math.abs(step) <= reach)
      .find((step) =>
        done.every(
          (other) =>
            Math.hypot(other.x - place.x - step, other.y - place.y) >=
            (place.x1 > place.x0 ? size : HAIR * frame.mark) - 0.01,
        ),
      );
    done.push({ ...place, x: place.x + (free ?? 0) });
  }
  return done;
}

function joiningMark(
  kind: MarkKind,
  from: PlacedPoint,
  to: PlacedPoint,
  tone: Tone,
  d: string,
  corners: { x: number; y: number }[],
): Mark {
  return { kind, tone, d, row: to.point.id, joins: from.point.id, boxes: segmentBoxes(corners) };
}

/** Small boxes along a path, so that labels can keep off it. */
function segmentBoxes(corners: { x: number; y: number }[]): Box[] {
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index] as { x: number; y: number };
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: count + 1 }, (_, k) =>
      boxAround({ x: from.x + ((to.x - from.x) * k) / count, y: from.y + ((to.y - from.y) * k) / count }, 2),
    );
  });
}
