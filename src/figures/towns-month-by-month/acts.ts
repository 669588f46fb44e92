import { num, textLabel, type Label, type Mark } from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Period } from '../../data/schemas/figure.ts';
import { annotationWords, type FilledCard } from '../shared/filled-card.ts';
import { xOfDay, type Layout } from './layout.ts';
import type { Square } from './squares.ts';

/** A stretch of the war with its name over a bracket, or under it. */
export interface Act {
  id: string;
  marks: Mark[];
  label: Label;
}

/** Pixels between a bracket and its squares, and between it and its words. */
const CLEAR = 5;
const WORDS = 5;
/** Length of the ends of a bracket. */
const END = 4;

/** Draws each act that its card annotates at a period: over what was taken in it or, where it begins after the last capture, under what came back. */
export function actsOf(card: FilledCard, layout: Layout, taken: Square[], later: Square[]): Act[] {
  return card.annotations.flatMap((annotation) => {
    const period = card.periods.find(({ id }) => id === annotation.at);
    const words = layout.isCard ? (annotation.small ?? null) : annotationWords(annotation, layout.frame);
    if (!period || words === null) return [];
    const [x0, x1] = [xOfDay(layout, period.from), xOfDay(layout, period.to)];
    const isAfter = taken.every(({ box }) => box.x1 <= x0);
    const within = (isAfter ? later : taken).filter(({ box }) => box.x1 > x0 && box.x0 < x1);
    const label = layout.isCard
      ? actName(period.id, words, layout)
      : actLabel(words, period, layout, layout.frame.width - x0);
    const edge = isAfter
      ? Math.max(layout.line.back, ...within.map(({ box }) => box.y1)) + (layout.isCard ? CLEAR + END : NAMES)
      : Math.min(layout.line.taken, ...within.map(({ box }) => box.y0)) - CLEAR - END;
    return [{ id: annotation.at, ...drawAct({ x0, x1, edge, isAfter }, label, layout) }];
  });
}

/** Room for the names between the squares that came back and the bracket under them. */
const NAMES = 22;

function drawAct(
  { x0, x1, edge, isAfter }: { x0: number; x1: number; edge: number; isAfter: boolean },
  label: Label,
  { frame, text }: Layout,
): Omit<Act, 'id'> {
  const end = isAfter ? -END : END;
  const d = `M${num(x0 + 0.5)} ${num(edge + end)}V${num(edge)}H${num(x1 - 0.5)}V${num(edge + end)}`;
  const y = isAfter ? edge + WORDS + text.large * 0.9 : edge - WORDS;
  const width = label.box.x1 - label.box.x0;
  const x = Math.min(x0, frame.width - width);
  const [down, { box }] = [y - label.y, label];
  const moved = { ...label, x, y, box: { x0: x, x1: x + width, y0: box.y0 + down, y1: box.y1 + down } };
  return {
    marks: [{ kind: 'bracket', tone: 'ink', d, boxes: [{ x0, x1, y0: edge - 1, y1: edge + 1 }] }],
    label: moved,
  };
}

/** `Phase one  27 Oct 2023 – 11 Jan 2024`: the name in bold, then its remark or its days; under it where the line would be longer than `room`. */
function actLabel(words: string, period: Period, layout: Layout, room: number): Label {
  const { text } = layout;
  const [name = '', remark = daysOf(period)] = words.split(' | ');
  const bold = actName(period.id, name, layout);
  const quiet = textLabel(period.id, [remark], 'remark', 0, 0, 'start', text.small);
  const width = bold.box.x1 + text.large * 0.4 + quiet.box.x1;
  if (width > room) {
    const sizes = { value: text.small, text: text.small, remark: text.small };
    return textLabel(period.id, [name, remark], 'heading', 0, 0, 'start', sizes, 'ink', 1);
  }
  return { ...quiet, tone: 'ink', lead: name, box: { ...bold.box, x1: width } };
}

function actName(id: string, name: string, { text }: Layout): Label {
  return textLabel(id, [name], 'heading', 0, 0, 'start', text.large, 'ink');
}

function daysOf({ from, to }: Period): string {
  const [first, last] = [formatDateShort(from), formatDateShort(to)];
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.replace(/ \d{4}$/, '')} – ${last}` : `${first} – ${last}`;
}
