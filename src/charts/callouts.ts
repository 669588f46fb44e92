import { num } from './marks.ts';
import { textWidth } from './text-width.ts';
import type { Box, Label, Mark } from './types.ts';

/** One line of a callout: a label of its own, so that each can be shown from its own day. */
export type CalloutLine = Pick<Label, 'id' | 'tone' | 'lines' | 'strong'> & Pick<Partial<Label>, 'lead' | 'row' | 'from'>;

/** Labels that belong to one spot of a map and look for a place together. */
export interface Callout {
  x: number;
  y: number;
  /** What the labels keep clear of at their own spot, from its centre. */
  reach: number;
  lines: CalloutLine[];
  /** Under each other, or side by side where they are only numbers. */
  flow: 'stack' | 'row';
}

/** Where callouts may stand, and what they must not cover. */
export interface Room {
  bounds: Box;
  /** Never covered: marks, panels, other text. */
  taken: Box[];
  /** Text size. */
  size: number;
}

/** Callouts with their places: the labels, and hairlines to those that cannot stand beside their spot. */
export interface PlacedCallouts {
  labels: Label[];
  leaders: Mark[];
  /** For each callout, how long its leader is; 0 where it needs none. */
  led: number[];
}

interface Candidate {
  box: Box;
  align: Label['anchor'];
  /** From the spot to the label; none where the label stands beside it. */
  leader: Segment | null;
  /** Box and leader together: what lies beyond it cannot be in the way. */
  span: Box;
  /** What this place costs by itself. */
  cost: number;
}

type Segment = [number, number, number, number];

const ANGLES = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8);
/** How far from the spot's edge a label may stand, nearest first. */
const RINGS = [2, 9, 16, 24, 33, 43, 54, 66, 80, 96];
/** Up to this far a label is beside its spot and needs no line. */
const BESIDE = 4;
const LEADING = 1.18;
/** Sweeps over all callouts; they settle in far fewer. */
const SWEEPS = 14;

/** A place that costs more than this is worth looking for a better one. */
const WORTH_A_TRY = 18;
/** How much more a place may cost for the sake of the others. */
const MORE = 60;

const COST = { text: 4000, taken: 6000, outside: 50000, leaderOverText: 2500, leaderOverMark: 900, leadersCross: 2500, leader: 14, alien: 8 };

/**
 * Places callouts so that no text covers text or a mark and no two leaders cross, each as near to its spot as that allows. Always the same for the same input.
 * @param isDraft Whether a quick first guess will do.
 */
export function placeCallouts(callouts: Callout[], room: Room, isDraft = false): PlacedCallouts {
  const options = callouts.map((one) => sensible(candidatesOf(one, room, callouts)));
  const starts = [byCrowd(callouts), byCrowd(callouts).reverse(), callouts.map((_, index) => index)];
  const found = (isDraft ? starts.slice(0, 1) : starts).map((order) => settle(order, options)).map((chosen) => (isDraft ? { chosen, cost: 0 } : loosened(chosen, options)));
  const best = found.reduce((least, one) => (one.cost < least.cost ? one : least));
  const chosen = best.chosen;
  return {
    labels: callouts.flatMap((one, index) => labelsAt(one, chosen[index] as Candidate, room.size)),
    leaders: callouts.flatMap((one, index) => leaderMark(one, chosen[index] as Candidate)),
    led: callouts.map((_, index) => lengthOf((chosen[index] as Candidate).leader)),
  };
}

/** Places one after another, then lets each look again until nothing moves. */
function settle(order: number[], options: Candidate[][]): Candidate[] {
  const chosen: (Candidate | undefined)[] = options.map(() => undefined);
  const others = (index: number) => chosen.filter((one, other): one is Candidate => one !== undefined && other !== index);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = false;
    for (const index of order) {
      const rest = others(index);
      const best = leastOf(options[index] as Candidate[], (one) => one.cost + rest.reduce((sum, other) => sum + between(one, other), 0));
      if (best !== chosen[index]) moved = true;
      chosen[index] = best;
    }
    if (!moved) break;
  }
  return chosen as Candidate[];
}

/** Where two stand in each other's way, moves one of them first and lets those it then meets look again. */
function loosened(start: Candidate[], options: Candidate[][]): { chosen: Candidate[]; cost: number } {
  let best = { chosen: start, cost: totalOf(start) };
  for (let round = 0; round < 3; round++) {
    const before = best.cost;
    options.forEach((candidates, index) => {
      if (!best.chosen.some((other, at) => at !== index && between(best.chosen[index] as Candidate, other) > 0) && (best.chosen[index] as Candidate).cost < WORTH_A_TRY) return;
      for (const candidate of candidates.filter(({ cost }) => cost < (best.chosen[index] as Candidate).cost + MORE)) {
        const trial = [...best.chosen];
        trial[index] = candidate;
        const met = trial.flatMap((other, at) => (at !== index && between(candidate, other) > 0 ? [at] : []));
        for (const at of met) trial[at] = leastOf(options[at] as Candidate[], (one) => one.cost + trial.reduce((sum, other, position) => (position === at ? sum : sum + between(one, other)), 0));
        const cost = totalOf(trial);
        if (cost < best.cost) best = { chosen: trial, cost };
      }
    });
    if (best.cost === before) break;
  }
  return best;
}

function totalOf(chosen: Candidate[]): number {
  let total = 0;
  for (let one = 0; one < chosen.length; one++) {
    const mine = chosen[one] as Candidate;
    total += mine.cost;
    for (let other = one + 1; other < chosen.length; other++) total += between(mine, chosen[other] as Candidate);
  }
  return total;
}

function leastOf(candidates: Candidate[], costOf: (one: Candidate) => number): Candidate {
  const costs = candidates.map(costOf);
  return candidates[costs.indexOf(Math.min(...costs))] as Candidate;
}

/** Those with most neighbours choose first. */
function byCrowd(callouts: Callout[]): number[] {
  const crowd = callouts.map((one) => callouts.reduce((sum, other) => sum + 1 / (20 + Math.hypot(one.x - other.x, one.y - other.y)), 0));
  return callouts.map((_, index) => index).sort((a, b) => (crowd[b] as number) - (crowd[a] as number) || a - b);
}

function candidatesOf(callout: Callout, { bounds, taken, size }: Room, all: Callout[]): Candidate[] {
  const { width, height } = extentOf(callout, size);
  return RINGS.flatMap((ring, far) =>
    ANGLES.map((angle): Candidate => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const distance = callout.reach + ring;
      const [px, py] = [callout.x + dx * distance, callout.y + dy * distance];
      const align = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
      const x0 = align === 'start' ? px : align === 'end' ? px - width : px - width / 2;
      const y0 = dy > 0.3 ? py - (dy < 0.8 ? height * 0.25 : 0) : dy < -0.3 ? py - height + (dy > -0.8 ? height * 0.25 : 0) : py - height / 2;
      const box = { x0, x1: x0 + width, y0, y1: y0 + height };
      const isBeside = ring <= BESIDE;
      const leader: Segment | null = isBeside ? null : leaderTo(callout, box);
      const outside = Math.max(0, bounds.x0 - box.x0) + Math.max(0, box.x1 - bounds.x1) + Math.max(0, bounds.y0 - box.y0) + Math.max(0, box.y1 - bounds.y1);
      const covers = taken.filter((other) => meet(box, other) > 0).length;
      const crossed = leader === null || covers > 0 || outside > 0 ? 0 : taken.filter((other) => !holds(other, callout) && crosses(leader, other)).length;
      // A label nearer to another spot than to its own is read as that one's.
      const alien = all.filter((other) => other !== callout && gap(box, other) < gap(box, callout) + 2).length;
      const cost = ring + (isBeside ? 0 : COST.leader) + far + sideCost(dx, dy) + outside * 100 + (outside > 0 ? COST.outside : 0) + covers * COST.taken + crossed * COST.leaderOverMark + (isBeside ? alien * 26 : alien * COST.alien);
      return { box, align, leader, span: spanOf(box, leader), cost };
    }),
  );
}

/** Leaves out places that cover something, where there are others. */
function sensible(candidates: Candidate[]): Candidate[] {
  const clear = candidates.filter(({ cost }) => cost < COST.text);
  return clear.length > 0 ? clear : candidates;
}

function spanOf(box: Box, leader: Segment | null): Box {
  const [x0, y0, x1, y1] = leader ?? [box.x0, box.y0, box.x1, box.y1];
  return { x0: Math.min(box.x0, x0, x1) - 2, x1: Math.max(box.x1, x0, x1) + 2, y0: Math.min(box.y0, y0, y1) - 1, y1: Math.max(box.y1, y0, y1) + 1 };
}

/** Right of the spot reads best, then left; straight above and below last. */
function sideCost(dx: number, dy: number): number {
  return (dx > 0.3 ? 0 : dx < -0.3 ? 1.5 : 2.5) + Math.abs(dy);
}

/** What two places cost together. */
function between(one: Candidate, other: Candidate): number {
  if (one.span.x0 > other.span.x1 || one.span.x1 < other.span.x0 || one.span.y0 > other.span.y1 || one.span.y1 < other.span.y0) return 0;
  const apart = { x0: one.box.x0 - 2, x1: one.box.x1 + 2, y0: one.box.y0 - 0.5, y1: one.box.y1 + 0.5 };
  const text = meet(apart, other.box) > 0 ? COST.text : 0;
  const over = (one.leader && crosses(one.leader, other.box) ? COST.leaderOverText : 0) + (other.leader && crosses(other.leader, one.box) ? COST.leaderOverText : 0);
  const lines = one.leader && other.leader && segmentsCross(one.leader, other.leader) ? COST.leadersCross : 0;
  return text + over + lines;
}

function extentOf({ lines, flow }: Callout, size: number): { width: number; height: number } {
  const widths = lines.map((line) => widthOf(line, size));
  const rows = flow === 'stack' ? lines.reduce((sum, line) => sum + line.lines.length, 0) : 1;
  const width = flow === 'stack' ? Math.max(...widths) : widths.reduce((sum, one) => sum + one, 0) + (lines.length - 1) * size * ROW_GAP;
  return { width, height: size * (1.05 + LEADING * (rows - 1)) };
}

/** Between labels side by side, in ems. */
const ROW_GAP = 0.35;

function widthOf({ lead, lines }: CalloutLine, size: number): number {
  const before = lead === undefined ? 0 : textWidth(lines[0] === '' ? lead : `${lead} `, size, true);
  return Math.max(...lines.map((line, index) => textWidth(line, size, false) + (index === 0 ? before : 0)));
}

function labelsAt(callout: Callout, { box, align }: Candidate, size: number): Label[] {
  let [x, row] = [box.x0, 0];
  return callout.lines.map((line) => {
    const width = widthOf(line, size);
    const top = box.y0 + row * size * LEADING;
    const left = callout.flow === 'row' ? x : align === 'start' ? box.x0 : align === 'end' ? box.x1 - width : (box.x0 + box.x1 - width) / 2;
    if (callout.flow === 'row') x += width + size * ROW_GAP;
    else row += line.lines.length;
    const own = { x0: left, x1: left + width, y0: top, y1: top + size * (1.05 + LEADING * (line.lines.length - 1)) };
    const at = align === 'start' ? own.x0 : align === 'end' ? own.x1 : (own.x0 + own.x1) / 2;
    return { ...line, kind: 'name', x: at, y: top + size * 0.8, anchor: align, box: own };
  });
}

function leaderMark(callout: Callout, { leader }: Candidate): Mark[] {
  if (!leader) return [];
  const [x0, y0, x1, y1] = leader;
  const from = callout.lines.map((line) => line.from).filter((day) => day !== undefined).sort()[0];
  return [{ kind: 'leader', tone: 'neutral', d: `M${num(x0)} ${num(y0)}L${num(x1)} ${num(y1)}`, ...(from === undefined ? {} : { from }), boxes: [] }];
}

function lengthOf(leader: Segment | null): number {
  return leader === null ? 0 : Math.hypot(leader[2] - leader[0], leader[3] - leader[1]);
}

/** From just outside the spot to the nearest point of the label. */
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

function holds(box: Box, { x, y }: Callout): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** How far a point lies from a box. */
function gap(box: Box, { x, y }: { x: number; y: number }): number {
  return Math.hypot(Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.y0 - y, y - box.y1, 0));
}

function meet(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
}

/** Whether a line enters a box. */
function crosses([x0, y0, x1, y1]: Segment, box: Box): boolean {
  if (Math.max(x0, x1) < box.x0 || Math.min(x0, x1) > box.x1 || Math.max(y0, y1) < box.y0 || Math.min(y0, y1) > box.y1) return false;
  // All corners on one side of the line: it passes by.
  const side = (x: number, y: number) => Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
  return Math.abs(side(box.x0, box.y0) + side(box.x1, box.y0) + side(box.x0, box.y1) + side(box.x1, box.y1)) < 4;
}

function segmentsCross([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) && side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by);
}
