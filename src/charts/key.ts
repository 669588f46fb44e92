import { textLabel } from './labels.ts';
import { num, outline } from './marks.ts';
import { textWidth } from './text-width.ts';
import type { Frame, Label, Mark } from './types.ts';
import type { FigureCard } from '../schemas/figure.ts';

/** How tall the key of a card is at a frame's width. */
export function keyHeight(card: FigureCard, frame: Pick<Frame, 'width' | 'text' | 'mark'>): number {
  return rowsOf(card, frame).length * frame.text * 1.5;
}

/** The row of marks above the plot that says what their shapes mean. */
export function markKey(card: FigureCard, frame: Frame): { marks: Mark[]; labels: Label[] } {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  rowsOf(card, frame).forEach((row, index) => {
    const y = frame.text + index * frame.text * 1.5;
    let x = 0;
    for (const entry of row) {
      const glyph = glyphWidth(entry, frame);
      const middle = { x: x + glyph / 2, y: y - frame.text * 0.36 };
      if (entry.whisker) marks.push({ kind: 'whisker', tone: entry.tone, d: `M${num(x)} ${num(middle.y)}h${glyph}M${num(x)} ${num(middle.y - 3)}v6M${num(x + glyph)} ${num(middle.y - 3)}v6`, boxes: [] });
      marks.push({ kind: entry.open || entry.shape === 'diamond' ? 'open' : 'filled', tone: entry.tone, d: outline(entry.shape, middle.x, middle.y, frame.mark), boxes: [] });
      labels.push(textLabel(`key-${labels.length}`, [entry.text], 'key', x + glyph + 5, y, 'start', frame.text));
      x += glyph + 5 + textWidth(entry.text, frame.text) + 14;
    }
  });
  return { marks, labels };
}

type Entry = FigureCard['key'][number];

function rowsOf(card: FigureCard, frame: Pick<Frame, 'width' | 'text' | 'mark'>): Entry[][] {
  const rows: Entry[][] = [];
  let used = Infinity;
  for (const entry of card.key) {
    const width = glyphWidth(entry, frame) + 5 + textWidth(entry.text, frame.text);
    if (used + width > frame.width) {
      rows.push([]);
      used = 0;
    }
    (rows.at(-1) as Entry[]).push(entry);
    used += width + 14;
  }
  return rows;
}

function glyphWidth(entry: Entry, frame: Pick<Frame, 'mark'>): number {
  return entry.whisker ? 24 : 2 * frame.mark + 4;
}
