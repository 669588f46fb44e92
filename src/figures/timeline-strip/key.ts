import { textLabel } from '../../charts/labels.ts';
import { num, outline } from '../../charts/marks.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { Frame, Label, Mark } from '../../charts/types.ts';

/** Draws a sign in a field as wide as it says, its left edge at `x`, its middle at `y`. */
interface Entry {
  text: string;
  width: number;
  sign: (x: number, y: number, frame: Frame) => Mark[];
}

const ENTRIES: Entry[] = [
  { text: 'an event', width: 8, sign: (x, y, frame) => [dot('filled', x + 4, y, frame)] },
  { text: 'second-hand, in doubt or weak', width: 8, sign: (x, y, frame) => [dot('open', x + 4, y, frame)] },
  { text: 'some day of these', width: 26, sign: (x, y) => [{ kind: 'whisker', tone: 'neutral', d: `M${num(x)} ${num(y)}h26M${num(x)} ${num(y - 3)}v6M${num(x + 26)} ${num(y - 3)}v6`, boxes: [] }] },
  { text: 'the scale changes', width: 3, sign: (x, y) => [{ kind: 'rule', tone: 'neutral', d: `M${num(x + 1.5)} ${num(y - 7)}v14`, boxes: [] }] },
];

/** What the signs mean, in as many lines as it takes. */
export function stripKey(frame: Frame): { marks: Mark[]; labels: Label[]; bottom: number } {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const leading = frame.text * 1.5;
  let [x, y] = [0, frame.text];
  for (const entry of ENTRIES) {
    const width = entry.width + 6 + textWidth(entry.text, frame.text);
    if (x > 0 && x + width > frame.width) [x, y] = [0, y + leading];
    marks.push(...entry.sign(x, y - frame.text * 0.36, frame));
    labels.push(textLabel(`key-${labels.length}`, [entry.text], 'key', x + entry.width + 6, y, 'start', frame.text));
    x += width + 18;
  }
  return { marks, labels, bottom: y + 4 };
}

function dot(kind: 'filled' | 'open', x: number, y: number, frame: Frame): Mark {
  return { kind, tone: 'neutral', d: outline('dot', x, y, frame.mark), boxes: [] };
}
