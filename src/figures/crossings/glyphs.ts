import { barGlyphs } from '../../charts/bar-glyphs.ts';
import { at } from '../../charts/frame.ts';
import type { Glyph } from '../../charts/glyph-key.ts';
import { num, outline } from '../../charts/paths.ts';
import type { Frame } from '../../charts/types.ts';

/** What the bars, the dashes under them and the dots mean. */
export function glyphsOf(frame: Frame): Glyph[] {
  return [
    ...barGlyphs(frame, 'alliance', 'lost', { phone: 'unsure, contested', column: 'unsure by sources or dates, or contested' }),
    { width: 22, text: 'no trade reported', draw: (x, y) => [{ kind: 'gap', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }] },
    { width: 22, text: at(frame, { phone: 'resumed', column: 'resumed, by report' }), draw: (x, y) => [{ kind: 'line', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }] },
    { width: 9, text: 'trade reported', draw: (x, y) => [{ kind: 'filled', tone: 'china', d: outline('dot', x + 4, y, frame.mark), boxes: [] }] },
  ];
}
