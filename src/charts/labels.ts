import { sharedArea } from './boxes.ts';
import { boxPath } from './paths.ts';
import { textWidth, wrapText } from './text-width.ts';
import type { Box, Frame, Label, Letters, Mark, Tone } from './picture.ts';

/** The side of a mark on which a label may stand. */
export type Side = 'right' | 'left' | 'above' | 'below' | 'above-right' | 'above-left' | 'below-right' | 'below-left';

/** A text that looks for a place beside a mark. */
export interface LabelRequest {
  id: string;
  text: string;
  kind: 'value' | 'heading' | 'remark';
  tone: Tone;
  /** The row whose mark it belongs to. */
  row?: string;
  x: number;
  y: number;
  /** Widest line allowed; longer texts break. */
  room: number;
  /** Sides, best first. */
  sides: Side[];
  /** Distance from the mark in pixels, if not just beside it. */
  away?: number;
  /** Draws a hairline from the mark, where the label cannot stand beside it. */
  leader?: boolean;
}

const ALL_SIDES: Side[] = ['right', 'above-right', 'below-right', 'above', 'below', 'left', 'above-left', 'below-left'];
const LEADING = 1.2;
/** The cost of a side that the figure did not ask for. */
const UNASKED = 70;

/** The size of letters that each kind of label has. */
const SIZES: Record<Label['kind'], keyof Letters> = {
  value: 'value',
  name: 'text',
  heading: 'text',
  band: 'text',
  remark: 'remark',
  tick: 'remark',
  key: 'remark',
};

/**
 * Returns a label whose place is given: `y` is the baseline of its first line.
 * @param sizes One size for all lines; or the sizes of the picture, of which the label has that of its kind, and lines after the strong ones that of remarks.
 */
export function textLabel(
  id: string,
  lines: string[],
  kind: Label['kind'],
  x: number,
  y: number,
  anchor: Label['anchor'],
  sizes: number | Letters,
  tone: Tone = 'neutral',
  strong = lines.length,
): Label {
  const [size, quietSize] = typeof sizes === 'number' ? [sizes, sizes] : [sizes[SIZES[kind]], sizes.remark];
  const width = Math.max(
    ...lines.map((line, index) =>
      index < strong ? textWidth(line, size, isBold(kind)) : textWidth(line, quietSize, false),
    ),
  );
  const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    id,
    lines,
    strong,
    kind,
    tone,
    x,
    y,
    anchor,
    size,
    quietSize,
    box: {
      x0,
      x1: x0 + width,
      y0: y - size * 0.8,
      y1: y + riseOf(lines.length, strong, size, quietSize) + 0.25 * (strong < lines.length ? quietSize : size),
    },
  };
}

/** Returns the distance from the first baseline of a label to its last. */
function riseOf(lines: number, strong: number, size: number, quietSize: number): number {
  const quiet = Math.max(0, lines - Math.max(1, strong));
  return LEADING * (size * (lines - 1 - quiet) + quietSize * quiet);
}

/** Checks that a label has words: some are left out where a picture is small. */
export function hasWords({ lines }: Label): boolean {
  return lines.some((line) => line !== '');
}

/** Finds a place for each label in turn: on no other text, off the marks, inside the frame, on the first side that is free. */
export function placeLabels(requests: LabelRequest[], fixed: Label[], marks: Mark[], frame: Frame): Label[] {
  const placed: Label[] = [];
  for (const request of requests) {
    const others = [...fixed, ...placed].map((label) => label.box);
    const fallback = ALL_SIDES.filter((side) => !request.sides.includes(side));
    const tries = [0, 8, 18, 30].flatMap((further, ring) =>
      [...request.sides, ...fallback].map((side, rank) => ({
        label: labelBeside(request, side, (request.away ?? frame.mark + 5.5) + further, frame),
        cost: rank * 3 + ring * 40 + (rank < request.sides.length || request.sides.length === 0 ? 0 : UNASKED),
      })),
    );
    const costs = tries.map(({ label, cost }) => cost + positionCost(label.box, others, marks, frame));
    placed.push((tries[costs.indexOf(Math.min(...costs))] as { label: Label }).label);
  }
  return placed;
}

/** A shorter line than this, in pixels, would be a speck: its label stands near enough. */
const SHORTEST = 7;

/** Draws hairlines from marks to those labels that cannot stand beside them. */
export function leaderLines(requests: LabelRequest[], labels: Label[], frame: Frame): Mark[] {
  return requests
    .filter((request) => request.leader)
    .flatMap((request) => {
      const box = labels.find((label) => label.id === request.id)?.box;
      // Beside its mark a label needs none.
      if (!box || (box.y0 <= request.y && box.y1 >= request.y)) return [];
      const isBelow = box.y0 > request.y;
      const [from, to] = isBelow ? [request.y + frame.mark + 1, box.y0] : [request.y - frame.mark - 1, box.y1];
      if (Math.abs(to - from) < SHORTEST) return [];
      return [
        {
          kind: 'bracket',
          tone: 'neutral',
          row: request.row,
          d: `M${request.x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`,
          boxes: [],
        },
      ];
    });
}

/** Labels that stand inside a plot, on its grid, its areas or its land. */
const INSIDE: Label['kind'][] = ['value', 'heading', 'remark', 'band', 'name'];

/** Draws blank paper under the labels inside a plot, so that nothing runs through their words where they are printed without an outline. */
export function platesUnder(labels: Label[]): Mark[] {
  const inside = labels.filter(({ kind }) => INSIDE.includes(kind));
  return inside.length === 0
    ? []
    : [{ kind: 'plate', tone: 'neutral', d: inside.map(({ box }) => boxPath(box)).join(''), boxes: [] }];
}

/** Returns pairs of ids of labels whose boxes meet. */
export function overlappingLabels(labels: Label[]): [string, string][] {
  return labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => sharedArea(a.box, b.box) > 0)
      .map((b): [string, string] => [a.id, b.id]),
  );
}

/** Returns the ids of labels that reach over the picture's edge. */
export function clippedLabels(labels: Label[], frame: Frame): string[] {
  return labels
    .filter(({ box }) => box.x0 < -0.5 || box.x1 > frame.width + 0.5 || box.y0 < -0.5 || box.y1 > frame.height + 0.5)
    .map((label) => label.id);
}

/** Returns pairs of a label printed over a mark and the row, or the kind, of that mark. */
export function labelsOnMarks(labels: Label[], marks: Mark[]): [string, string][] {
  return labels.flatMap((label) =>
    marks
      .filter(
        (mark) =>
          (mark.kind === 'open' || mark.kind === 'filled') && mark.boxes.some((box) => sharedArea(label.box, box) > 2),
      )
      .map((mark): [string, string] => [label.id, mark.row ?? mark.kind]),
  );
}

function labelBeside(request: LabelRequest, side: Side, gap: number, frame: Frame): Label {
  const size = frame[SIZES[request.kind]];
  const [words = '', remark] = request.text.split(' | ');
  const strong = wrapText(words, request.room, size, isBold(request.kind));
  const lines = remark === undefined ? strong : [...strong, ...wrapText(remark, request.room, frame.remark)];
  const rise = riseOf(lines.length, strong.length, size, frame.remark);
  const isUp = side.startsWith('above');
  const isDown = side.startsWith('below');
  const anchor = side.endsWith('right') ? 'start' : side.endsWith('left') ? 'end' : 'middle';
  const slip = isUp || isDown ? (side.includes('-') ? (request.leader ? -3 : gap * 0.3) : 0) : gap;
  const x = request.x + (anchor === 'start' ? slip : anchor === 'end' ? -slip : 0);
  const y = isUp ? request.y - gap - rise : isDown ? request.y + gap + size * 0.72 : request.y + size * 0.36 - rise / 2;
  return {
    ...textLabel(request.id, lines, request.kind, x, y, anchor, frame, request.tone, strong.length),
    row: request.row,
  };
}

function positionCost(box: Box, others: Box[], marks: Mark[], frame: Frame): number {
  const outside =
    Math.max(0, -box.x0) +
    Math.max(0, box.x1 - frame.width) +
    Math.max(0, -box.y0) +
    Math.max(0, box.y1 - frame.bottom);
  const onText = others.reduce((sum, other) => sum + sharedArea(box, other), 0);
  const onMarks = marks.reduce(
    (sum, mark) => sum + WEIGHT[mark.kind] * mark.boxes.filter((other) => sharedArea(box, other) > 0).length,
    0,
  );
  return outside * 100 + (onText > 0 ? 1000 + onText : 0) + onMarks;
}

/** The cost of printing over one piece of a mark. */
const WEIGHT: Record<Mark['kind'], number> = {
  plate: 0,
  area: 0,
  rule: 25,
  line: 12,
  whisker: 25,
  bracket: 12,
  open: 120,
  filled: 120,
  half: 120,
  bar: 60,
  fade: 30,
  'bar-unsure': 30,
  strike: 120,
  halo: 20,
  leader: 40,
};

function isBold(kind: Label['kind']): boolean {
  return kind === 'value' || kind === 'heading';
}
