import { barGlyphs, endMark } from '../shared/tenures.ts';
import { barPiece, startMark, type Glyph, type Frame } from '../../charts/index.ts';

/** Returns the key of the bars, their marks and their colours. */
export function townGlyphs(frame: Frame): Glyph[] {
  const bar = (y: number) => ({ tone: 'ink' as const, y, half: 5 });
  const [begun, ...rest] = barGlyphs(frame, 'ink', 'taken', {
    phone: 'days unsure',
    column: 'sources or dates leave it unsure',
  }) as [Glyph, ...Glyph[]];
  return [
    begun,
    {
      width: 10,
      text: 'less firmly sourced',
      draw: (x, y) => [barPiece('sure', x + 3, x + 10, bar(y)), startMark(x + 3, bar(y), 'hollow')],
    },
    ...rest,
    { width: 10, text: 'retaken by the military', draw: (x, y) => [endMark('retaken', x - 1, bar(y))] },
    { width: 10, text: 'handed back by truce', draw: (x, y) => [endMark('handed-back', x - 1, bar(y))] },
    { width: 18, text: 'alliance', draw: (x, y) => [barPiece('sure', x, x + 18, { ...bar(y), tone: 'alliance' })] },
    {
      width: 18,
      text: 'other resistance',
      draw: (x, y) => [barPiece('sure', x, x + 18, { ...bar(y), tone: 'resistance', half: 3 })],
    },
  ];
}
