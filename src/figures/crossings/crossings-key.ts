import { barGlyphs } from '../shared/tenures.ts';
import { barPiece, startMark, byWidth, num, outline, type Glyph, type Frame } from '../../charts/index.ts';

/** Returns the key of the bars, the dashes under them and the dots. */
export function crossingGlyphs(frame: Frame): Glyph[] {
  const bar = (y: number) => ({ tone: 'alliance' as const, y, half: 5 });
  return [
    ...barGlyphs(frame, 'alliance', 'lost', {
      phone: 'unsure, contested',
      column: 'unsure by sources or dates, or contested',
    }),
    {
      width: 10,
      text: 'claimed in part',
      draw: (x, y) => [barPiece('unsure', x + 3, x + 10, bar(y)), startMark(x + 3, bar(y), 'hollow')],
    },
    {
      width: 22,
      text: 'no trade reported',
      draw: (x, y) => [{ kind: 'gap', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }],
    },
    {
      width: 22,
      text: byWidth(frame, { phone: 'resumed', column: 'resumed, by report' }),
      draw: (x, y) => [{ kind: 'line', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }],
    },
    {
      width: 9,
      text: 'trade reported',
      draw: (x, y) => [{ kind: 'filled', tone: 'china', d: outline('dot', x + 4, y, frame.mark), boxes: [] }],
    },
  ];
}
