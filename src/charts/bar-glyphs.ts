import { pieceMark, startMark } from './bars.ts';
import { at } from './frame.ts';
import type { Glyph } from './glyph-key.ts';
import type { ByWidth, Frame } from './types.ts';
import type { Tone } from '../data/schemas/figure.ts';

/**
 * What the looks of a bar mean.
 * @param begun What happened to the place where its bar begins, in one word.
 * @param unsure What a light bar means, at each width.
 */
export function barGlyphs(frame: Frame, tone: Tone, begun: string, unsure: ByWidth<string>): Glyph[] {
  const bar = (y: number) => ({ tone, y, half: 5 });
  return [
    {
      width: 28,
      text: `${begun}; held, by dated sources`,
      draw: (x, y) => [pieceMark('sure', x + 4, x + 28, bar(y)), startMark(x + 4, bar(y))],
    },
    { width: 22, text: at(frame, unsure), draw: (x, y) => [pieceMark('unsure', x, x + 22, bar(y))] },
    { width: 22, text: 'nothing later found', draw: (x, y) => [pieceMark('open', x, x + 22, bar(y))] },
  ];
}
