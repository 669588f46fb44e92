import { textLabel, textWidth, wrapText, type Box, type Frame, type Label, type Mark } from '../../charts/index.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { halo, placeMark, ring, strike } from './place-marks.ts';

/** The key of the map: one entry a line, at the foot of the picture. */
export interface MapKey {
  marks: Mark[];
  labels: Label[];
  /** The room it takes. */
  box: Box;
}

const LEADING = 1.32;

/** Draws entries of a card's key, with the very marks of the map, in one column. */
export function mapKey(
  card: FigureCard,
  frame: Frame,
  [from, to]: [number, number],
  x: number,
  room: number,
  place: { foot: number } | { head: number },
): MapKey {
  const glyph = 2 * frame.mark + 14;
  const entries = card.key
    .slice(from, to)
    .map((entry) => ({ entry, lines: wrapText(entry.text, room - glyph, frame.text) }));
  const size = frame.text;
  const height = entries.reduce((sum, { lines }) => sum + lines.length, 0) * size * LEADING;
  const top = 'foot' in place ? place.foot - height : place.head;
  const [marks, labels]: [Mark[], Label[]] = [[], []];
  let y = top + size;
  entries.forEach(({ entry, lines }, index) => {
    const look = {
      x: x + glyph / 2 - 2,
      y: y - size * 0.36,
      r: frame.mark,
      tone: entry.tone,
      isGate: entry.shape === 'square',
      isOpen: entry.open,
    };
    if (entry.mark === 'halo') marks.push(halo(look));
    marks.push(placeMark(look));
    if (entry.mark === 'ring') marks.push(ring(look));
    if (entry.mark === 'struck') marks.push(strike(look));
    labels.push(textLabel(`key-${from + index}`, lines, 'key', x + glyph, y, 'start', size));
    y += lines.length * size * LEADING;
  });
  const width = Math.max(...entries.flatMap(({ lines }) => lines.map((line) => textWidth(line, size)))) + glyph;
  return {
    marks: marks.map((mark) => ({ ...mark, boxes: [] })),
    labels,
    box: { x0: x, x1: x + width, y0: top, y1: top + height },
  };
}

/** Joins several columns of the key into one. */
export function joinKeys(keys: MapKey[]): MapKey {
  const edge = (side: keyof Box, pick: (...values: number[]) => number) => pick(...keys.map(({ box }) => box[side]));
  return {
    marks: keys.flatMap(({ marks }) => marks),
    labels: keys.flatMap(({ labels }) => labels),
    box: { x0: edge('x0', Math.min), x1: edge('x1', Math.max), y0: edge('y0', Math.min), y1: edge('y1', Math.max) },
  };
}
