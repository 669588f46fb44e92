import { num, textWidth } from '../../charts/index.ts';
import { escapeHtml } from '../../site/html.ts';

/** How words of a picture are set. */
export interface Setting {
  family: string;
  size: number;
  weight: 400 | 600;
  /** From line to line, in sizes. */
  leading: number;
  fill: string;
}

/** How wide a line is in the family of text and in that of labels. */
export type Measures = Record<'serif' | 'sans', typeof textWidth>;

/** For readers whose faces are not known. */
export const WIDEST: Measures = { serif: textWidth, sans: textWidth };

/** Lines as drawn, and where the next thing may begin. */
export interface Block {
  svg: string;
  bottom: number;
}

/** Sets lines under each other. @param top The upper edge of the first line. */
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
