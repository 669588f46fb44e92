import { num, textWidth, wrapText } from '../../charts/index.ts';
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

/** Text at a size at which it fits, in lines. */
export interface FittedText {
  setting: Setting;
  lines: string[];
}

/** Finds the largest size, from that of the setting down to the smallest, at which a text fits; null if there is none. */
export function fitText(
  text: string,
  room: { width: number; height: number },
  setting: Setting,
  smallest: number,
  measure: typeof textWidth,
): FittedText | null {
  const isBold = setting.weight > 400;
  for (let size = setting.size; size >= smallest; size -= 1) {
    const lines = wrapText(text, room.width, size, isBold, measure);
    const isWide = lines.some((line) => measure(line, size, isBold) > room.width);
    if (!isWide && lines.length * size * setting.leading <= room.height)
      return { setting: { ...setting, size }, lines };
  }
  return null;
}

/** Breaks an address, which has no spaces, into lines that fit. */
export function breakAddress(address: string, wrap: (text: string) => string[]): string[] {
  return wrap(address.replace(/(?<=[/.-])(?=[^/])/g, ' ')).map((line) => line.replaceAll(' ', ''));
}

/** Who published what a picture shows, after the word that names them: `Sources`. */
export interface Credit {
  of: string;
  publishers: readonly string[];
}

/** Names as many publishers as so many lines hold, and counts the others. */
export function namesThatFit({ of, publishers }: Credit, most: number, wrap: (text: string) => string[]): string[] {
  const some = (count: number) => {
    const rest = publishers.length - count;
    return wrap(`${of}: ${publishers.slice(0, count).join('; ')}${rest === 0 ? '' : `; and ${rest} more`}`);
  };
  let count = publishers.length;
  while (count > 1 && some(count).length > most) count -= 1;
  return some(count);
}
