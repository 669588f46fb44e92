import { whisker, boxPath, outline, type Glyph, type Frame, type Mark } from '../../charts/index.ts';

const tone = 'china' as const;

/** Returns the key of the columns, the dots and the line through a dot. */
export function handoverGlyphs({ mark }: Frame): Glyph[] {
  const dot = (x: number, y: number): Mark => ({ kind: 'filled', tone, d: outline('dot', x, y, mark), boxes: [] });
  return [
    {
      width: 2 * mark,
      text: 'received on one day',
      draw: (x, y) => [
        { kind: 'filled', tone, d: boxPath({ x0: x, x1: x + 2 * mark, y0: y - 7, y1: y + 5 }), boxes: [] },
      ],
    },
    { width: 2 * mark + 4, text: 'running total', draw: (x, y) => [dot(x + mark + 2, y)] },
    {
      width: 24,
      text: 'day of the count not shown',
      draw: (x, y) => [whisker({ x0: x, x1: x + 24, y }, tone), dot(x + 12, y)],
    },
  ];
}
