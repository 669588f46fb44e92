import type { FigureCard } from '../../data/schemas/figure.ts';
import {
  glyphKey,
  glyphKeyHeight,
  outline,
  whisker,
  type Frame,
  type Glyph,
  type Label,
  type Mark,
} from '../../charts/index.ts';

/** Returns the height of the key of a card at a frame's width, in pixels. */
export function keyHeight(card: FigureCard, frame: Frame): number {
  return glyphKeyHeight(cardGlyphs(card, frame), frame);
}

/** Draws the row of marks above the plot that says what their shapes mean. */
export function markKey(card: FigureCard, frame: Frame): { marks: Mark[]; labels: Label[] } {
  return glyphKey(cardGlyphs(card, frame), frame);
}

function cardGlyphs(card: FigureCard, { mark }: Frame): Glyph[] {
  return card.key.map(({ text, shape, tone, open, whisker: hasWhisker }) => {
    const width = hasWhisker ? 24 : 2 * mark + 4;
    const kind = open || shape === 'diamond' ? 'open' : 'filled';
    return {
      width,
      text,
      draw: (x, y) => [
        ...(hasWhisker ? [whisker({ x0: x, x1: x + width, y }, tone)] : []),
        { kind, tone, d: outline(shape, x + width / 2, y, mark), boxes: [] },
      ],
    };
  });
}
