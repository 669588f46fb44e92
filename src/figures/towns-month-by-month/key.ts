import { byWidth, textLabel, type ByWidth, type Label, type Mark } from '../../charts/index.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import type { Layout } from './layout.ts';
import { squareMark, takenMark, type Square } from './squares.ts';

/** Distance from one line of the key to the next, in heights of its letters. */
const LEADING: ByWidth<number> = { phone: 1.32, column: 1.6 };

/** Draws the entries of the card’s key, with how many squares are of each kind, to the right of the last town taken: over the months in which none was. */
export function drawKey(
  { key }: FilledCard,
  { frame, line, row }: Layout,
  taken: Square[],
): { x: number; marks: Mark[]; labels: Label[] } {
  const x = Math.max(...taken.map(({ box }) => box.x1)) + 14;
  const side = row - 2;
  const pitch = frame.text * byWidth(frame, LEADING);
  const top = line.taken - pitch * (key.length + 1.3);
  const looks = taken.map(takenMark);
  const entries = key.map(({ tone, open, text, small = text }, index) => {
    const y = top + index * pitch;
    const box = { x0: x, x1: x + side, y0: y - side / 2, y1: y + side / 2 };
    const count = looks.filter((look) => (open ? look.kind === 'open' : look.tone === tone)).length;
    const words = byWidth(frame, { phone: small, column: text });
    const label = textLabel(
      `key-${index}`,
      [`${count} ${words}`],
      'key',
      x + side + 5,
      y + frame.text * 0.36,
      'start',
      frame.text,
    );
    return { mark: squareMark(box, tone, open), label };
  });
  return { x, marks: entries.map(({ mark }) => mark), labels: entries.map(({ label }) => label) };
}
