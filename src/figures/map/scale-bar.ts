import { num, textLabel, type Label, type Mark } from '../../charts/index.ts';
import { pixelsPerKilometre } from './ground.ts';
import { scaleOf, type Layout, type Pane } from './layout.ts';

/** The lengths that a scale bar shows, on the whole map and closer to it. */
const KILOMETRES = { whole: 50, closer: 20 };

/** Draws how long some kilometres are in a pane, in its lower right corner or left of the key that stands there, closer to it in the lower left. */
export function scaleBar({ frame, key }: Layout, pane: Pane): { mark: Mark; label: Label } {
  const kilometres = pane.isCloser ? KILOMETRES.closer : KILOMETRES.whole;
  const length = pixelsPerKilometre() * kilometres * scaleOf(pane);
  const left = pane.box.x0 + 10 + length;
  const x = pane.isCloser ? left : frame.name === 'column' ? key.x - 20 : pane.box.x1 - 10;
  const y = pane.box.y1 - 10;
  return {
    mark: {
      kind: 'bracket',
      tone: 'ink',
      d: `M${num(x - length)} ${num(y - 4)}v4h${num(length)}v-4`,
      boxes: [{ x0: x - length, x1: x, y0: y - 6, y1: y + 1 }],
    },
    label: textLabel(`scale-${kilometres}`, [`${kilometres} km`], 'remark', x - length / 2, y - 5, 'middle', frame),
  };
}
