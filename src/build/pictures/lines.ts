import { num, textWidth } from '../../charts/index.ts';
import { escapeHtml } from '../../site/html.ts';

/** Type in which words of a picture are set. */
export interface Setting {
  family: string;
  size: number;
  weight: 400 | 600;
  /** Distance from line to line, as a multiple of the size. */
  leading: number;
  fill: string;
}

/** Functions that measure the width of a line in the family of text and in that of labels. */
export type Measures = Record<'serif' | 'sans', typeof textWidth>;

/** Measures for readers whose faces are not known: those of the widest. */
export const WIDEST: Measures = { serif: textWidth, sans: textWidth };

/** Lines as SVG, and the height at which the next thing may begin. */
export interface Block {
  svg: string;
  bottom: number;
}

/** Draws lines of text under each other. @param top The upper edge of the first line. */
export function setLines(
  lines: readonly string[],
  x: number,
  top: number,
  { family, size, weight, leading, fill }: Setting,
  anchor: 'start' | 'end' = 'start',
): Block {
  const step = size * leading;
  // The baseline lies so that the line's letters stand in the middle of it.
  const first = top + step / 2 + size * 0.34;
  const end = anchor === 'end' ? ' text-anchor="end"' : '';
  const texts = lines
    .map((line, index) => `<tspan x="${num(x)}" y="${num(first + index * step)}">${escapeHtml(line)}</tspan>`)
    .join(' ');
  const svg =
    lines.length === 0
      ? ''
      : `<text font-family="${escapeHtml(family)}" font-size="${num(size)}" font-weight="${weight}" fill="${fill}"${end}>${texts}</text>`;
  return { svg, bottom: top + lines.length * step };
}
