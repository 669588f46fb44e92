import type { BarStyle } from '../../charts/bars.ts';
import { num } from '../../charts/paths.ts';
import type { Mark } from '../../charts/types.ts';

/** Half the width of the mark. */
const START = 2;

/** The upright mark of a day that is less firmly sourced: the usual one, left hollow. */
export function hollowStart(x: number, { row, tone, y, half }: BarStyle): Mark {
  const reach = half + 1.5;
  return { kind: 'open', tone, d: `M${num(x - START)} ${num(y - reach)}h${2 * START}v${num(2 * reach)}h-${2 * START}z`, ...(row === undefined ? {} : { row }), boxes: [{ x0: x - START, x1: x + START, y0: y - reach, y1: y + reach }] };
}
