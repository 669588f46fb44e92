import { textLabel, textWidth, wrapText, type Box, type Frame, type Label, type Mark } from '../../charts/index.ts';
import type { KeyEntry } from '../../data/schemas/figure.ts';
import { halo, placeMarks, returnedMarks, ring } from './place-marks.ts';

/** The key of the map: one entry a line, at the foot of the picture. */
export interface MapKey {
  marks: Mark[];
  labels: Label[];
  /** The room it takes. */
  box: Box;
}

const LEADING = 1.32;

/** Entry of the key, with the day from which the map has what it explains. */
export type DatedEntry = KeyEntry & { from?: string | undefined };

/**
 * Draws entries of a card's key, with the very marks of the map, in one column.
 * @param first Position of the first of them in the whole key.
 */
export function mapKey(
  all: DatedEntry[],
  frame: Frame,
  x: number,
  room: number,
  place: { foot: number } | { head: number },
  first = 0,
): MapKey {
  const glyph = 2 * frame.mark + 14;
  const size = frame.remark;
  const entries = all.map((entry) => ({ entry, lines: wrapText(entry.text, room - glyph, size) }));
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
      isHalf: entry.half,
      isGate: entry.shape === 'square',
      isOpen: entry.open,
    };
    const own = entry.from === undefined ? {} : { from: entry.from };
    const drawn = [
      ...(entry.mark === 'halo' ? [halo(look)] : []),
      ...(entry.mark === 'struck' ? returnedMarks(look) : placeMarks(look)),
      ...(entry.mark === 'ringed' ? [ring(look)] : []),
    ];
    marks.push(...drawn.map((mark) => ({ ...mark, ...own })));
    labels.push({ ...textLabel(`key-${first + index}`, lines, 'key', x + glyph, y, 'start', size), ...own });
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
