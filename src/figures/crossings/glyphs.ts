import { pieceMark, startMark } from '../../charts/bars.ts';
import type { Glyph } from '../../charts/glyph-key.ts';
import { num, outline } from '../../charts/paths.ts';
import type { Frame } from '../../charts/types.ts';

/** What the bars, the dashes under them and the dots mean. */
export function glyphsOf(frame: Frame): Glyph[] {
  const bar = (y: number) => ({ tone: 'alliance' as const, y, half: 5 });
  return [
    { width: 28, text: 'lost; held, by dated sources', draw: (x, y) => [pieceMark('sure', x + 4, x + 28, bar(y)), startMark(x + 4, bar(y))] },
    { width: 22, text: frame.name === 'phone' ? 'unsure' : 'sources or dates leave it unsure', draw: (x, y) => [pieceMark('unsure', x, x + 22, bar(y))] },
    { width: 22, text: 'nothing later found', draw: (x, y) => [pieceMark('open', x, x + 22, bar(y))] },
    { width: 22, text: 'no trade reported', draw: (x, y) => [{ kind: 'gap', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }] },
    { width: 9, text: 'trade again', draw: (x, y) => [{ kind: 'filled', tone: 'china', d: outline('dot', x + 4, y, frame.mark), boxes: [] }] },
  ];
}
