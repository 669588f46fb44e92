import { whisker, num, outline, type Glyph, type Frame, type Mark } from '../../charts/index.ts';

/** Returns the key of the marks of the strip. */
export function stripGlyphs(frame: Frame): Glyph[] {
  const dot =
    (kind: 'filled' | 'open') =>
    (x: number, y: number): Mark[] => [{ kind, tone: 'neutral', d: outline('dot', x + 4, y, frame.mark), boxes: [] }];
  return [
    { width: 8, text: 'an event', draw: dot('filled') },
    { width: 8, text: 'second-hand, in doubt or weak', draw: dot('open') },
    { width: 26, text: 'some day of these', draw: (x, y) => [whisker({ x0: x, x1: x + 26, y }, 'neutral')] },
    {
      width: 3,
      text: 'the scale changes',
      draw: (x, y) => [{ kind: 'rule', tone: 'neutral', d: `M${num(x + 1.5)} ${num(y - 7)}v14`, boxes: [] }],
    },
  ];
}
