import { containsPoint, distanceTo, entersBox, segmentsCross, sharedArea, type Segment } from './boxes.ts';
import { calloutSize, type Callout } from './callout.ts';
import type { Box, Label } from './picture.ts';

/** The area in which callouts may stand, and what they must not cover. */
export interface Room {
  bounds: Box;
  /** Never covered: marks, panels, other text. */
  taken: Box[];
  /** Lines that labels keep off where they can, such as a frontier. */
  lines?: Segment[];
  /** Text size. */
  size: number;
}

/** A place where a callout could stand. */
export interface Candidate {
  box: Box;
  align: Label['anchor'];
  /** The line from the spot to the label; none where the label stands beside it. */
  leader: Segment | null;
  /** Box and leader together: what lies beyond it cannot be in the way. */
  span: Box;
  /** The cost of this place by itself. */
  cost: number;
}

const ANGLES = Array.from({ length: 20 }, (_, k) => (k * Math.PI) / 10);
/** Distances from the spot's edge at which a label may stand, nearest first. */
const RINGS = [2, 9, 16, 24, 33, 43, 54, 66, 80, 96];
/** The distance up to which a label is beside its spot and needs no line. */
const BESIDE = 4;

const COST = {
  text: 4000,
  taken: 6000,
  outside: 50000,
  leaderOverText: 2500,
  leaderOverMark: 1800,
  leadersCross: 2500,
  leader: 14,
  away: 2,
  alien: 18,
  alienBeside: 26,
  touched: 30,
  onLine: 70,
  stacked: 120,
};

/** How far above or under other text a label that stands away from its spot is still read as a line of it, in pixels. */
const STACKED = 7;

/** How near to the mark of another spot a label is read as that one's, in pixels. */
const TOUCH = 4;
/** How far a label may move into the picture, in pixels. */
const SLIDE = 12;
/** How much of the edge of a label a line may touch, in pixels. */
const EDGE = 4;

/** Lists all places where a callout could stand; those that cover something only if there are no others. */
export function calloutCandidates(callout: Callout, room: Room, all: Callout[]): Candidate[] {
  const clear = candidatesIn(callout, room, all, true);
  return clear.length > 0 ? clear : candidatesIn(callout, room, all, false);
}

/** Lists the places where a callout could stand. @param isClear Whether only those that cost less than covering a text does. */
function candidatesIn(callout: Callout, room: Room, all: Callout[], isClear: boolean): Candidate[] {
  const { bounds, size } = room;
  const { width, height } = calloutSize(callout, size);
  // What lies beyond the farthest place is in nobody's way.
  const reach = callout.reach + Math.max(...RINGS) + 2;
  const around = spread(callout, reach + width, reach + height);
  const taken = room.taken.filter((box) => overlap(box, around));
  const inTheWay = taken.filter((box) => !containsPoint(box, callout));
  const lines = (room.lines ?? []).filter((line) => entersBox(line, around));
  const others = all.filter(
    (one) => one !== callout && containsPoint(spread(callout, 2 * reach + width, 2 * reach + height), one),
  );
  return RINGS.flatMap((ring, far) =>
    ANGLES.flatMap((angle): Candidate[] => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const distance = callout.reach + ring;
      const [px, py] = [callout.x + dx * distance, callout.y + dy * distance];
      const align = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
      const x0 = align === 'start' ? px : align === 'end' ? px - width : px - width / 2;
      const level =
        dy > 0.3
          ? py - (dy < 0.8 ? height * 0.25 : 0)
          : dy < -0.3
            ? py - height + (dy > -0.8 ? height * 0.25 : 0)
            : py - height / 2;
      // At the edge a label with a line moves in.
      const inside = Math.max(bounds.y0, Math.min(level, bounds.y1 - height));
      const y0 = ring > BESIDE && Math.abs(inside - level) <= SLIDE ? inside : level;
      const box = { x0, x1: x0 + width, y0, y1: y0 + height };
      // What only touches the edge of the measured box is hardly on the words.
      const letters = { x0: box.x0 + EDGE, x1: box.x1 - EDGE, y0: box.y0 + EDGE / 2, y1: box.y1 - EDGE / 2 };
      const outside =
        Math.max(0, bounds.x0 - box.x0) +
        Math.max(0, box.x1 - bounds.x1) +
        Math.max(0, bounds.y0 - box.y0) +
        Math.max(0, box.y1 - bounds.y1);
      // Most places are out of the question, and need no sum of what else they cost.
      if (isClear && (outside > 0 || taken.some((other) => sharedArea(box, other) > 0))) return [];
      const isBeside = ring <= BESIDE;
      const leader: Segment | null = isBeside ? null : leaderTo(callout, box);
      const covers = isClear ? 0 : taken.filter((other) => sharedArea(box, other) > 0).length;
      const crossed =
        leader === null || covers > 0 || outside > 0 ? 0 : inTheWay.filter((other) => entersBox(leader, other)).length;
      // A label nearer to another spot than to its own is read as that one's.
      const own = distanceTo(box, callout) + 2;
      const alien = others.filter((other) => distanceTo(box, other) < own).length;
      const touched = others.filter((other) => distanceTo(box, other) < other.reach + TOUCH).length;
      const cost =
        ring * (isBeside ? 1 : COST.away) +
        (isBeside ? 0 : COST.leader) +
        far +
        sideCost(dx, dy) +
        outside * 100 +
        (outside > 0 ? COST.outside : 0) +
        covers * COST.taken +
        crossed * COST.leaderOverMark +
        (lines.some((line) => entersBox(line, letters)) ? COST.onLine : 0) +
        alien * (isBeside ? COST.alienBeside : COST.alien) +
        touched * COST.touched;
      return isClear && cost >= COST.text ? [] : [{ box, align, leader, span: spanAround(box, leader), cost }];
    }),
  );
}

/** Returns the box that reaches so far to each side of a point. */
function spread({ x, y }: { x: number; y: number }, across: number, down: number): Box {
  return { x0: x - across, x1: x + across, y0: y - down, y1: y + down };
}

/** Checks that two boxes overlap or touch. */
function overlap(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 && a.x1 >= b.x0 && a.y0 <= b.y1 && a.y1 >= b.y0;
}

/** Returns what two places cost together, besides what each costs alone. */
export function jointCost(one: Candidate, other: Candidate): number {
  if (
    one.span.x0 > other.span.x1 ||
    one.span.x1 < other.span.x0 ||
    one.span.y0 > other.span.y1 + STACKED ||
    one.span.y1 < other.span.y0 - STACKED
  )
    return 0;
  const apart = { x0: one.box.x0 - 2, x1: one.box.x1 + 2, y0: one.box.y0 - 0.5, y1: one.box.y1 + 0.5 };
  const text = sharedArea(apart, other.box) > 0 ? COST.text : 0;
  const over =
    (one.leader && entersBox(one.leader, other.box) ? COST.leaderOverText : 0) +
    (other.leader && entersBox(other.leader, one.box) ? COST.leaderOverText : 0);
  const lines = one.leader && other.leader && segmentsCross(one.leader, other.leader) ? COST.leadersCross : 0;
  return text + over + lines + (isStacked(one, other) ? COST.stacked : 0);
}

/** Checks that two labels, one of them with a line to its spot, would be read as one text. */
function isStacked({ box, leader }: Candidate, other: Candidate): boolean {
  const isAway = leader !== null || other.leader !== null;
  return isAway && sharedArea({ ...box, y0: box.y0 - STACKED, y1: box.y1 + STACKED }, other.box) > 0;
}

function spanAround(box: Box, leader: Segment | null): Box {
  const [x0, y0, x1, y1] = leader ?? [box.x0, box.y0, box.x1, box.y1];
  return {
    x0: Math.min(box.x0, x0, x1) - 2,
    x1: Math.max(box.x1, x0, x1) + 2,
    y0: Math.min(box.y0, y0, y1) - 1,
    y1: Math.max(box.y1, y0, y1) + 1,
  };
}

/** Returns the cost of a direction: right of the spot reads best, then left; straight above and below last. */
function sideCost(dx: number, dy: number): number {
  return (dx > 0.3 ? 0 : dx < -0.3 ? 1.5 : 2.5) + Math.abs(dy);
}

/** Returns the line from just outside the spot to the nearest point of the label. */
function leaderTo(callout: Callout, box: Box): Segment {
  const isAboveOrBelow = callout.x > box.x0 && callout.x < box.x1;
  // At the side a line points at the middle of the text, not at its corner.
  const inset = isAboveOrBelow ? -1 : (box.y1 - box.y0) * 0.3;
  const [x, y] = [clamp(callout.x, box.x0 - 1.5, box.x1 + 1.5), clamp(callout.y, box.y0 + inset, box.y1 - inset)];
  const [dx, dy] = [x - callout.x, y - callout.y];
  const length = Math.hypot(dx, dy) || 1;
  const start = Math.min(callout.reach * 0.8, length);
  return [callout.x + (dx / length) * start, callout.y + (dy / length) * start, x, y];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
