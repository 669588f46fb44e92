import { embedAddress, figureAddress } from '../site/addresses.ts';
import { escapeHtml } from '../site/html.ts';
import type { CitablePage } from '../site/citable-pages.ts';
import { frameHeight, WIDE_FROM, WIDEST } from './frame-height.ts';
import type { FrameParts } from './frame-parts.ts';

/** A size in pixels whose height fits its width. */
export interface FrameSize {
  width: number;
  height: number;
}

/** A straight line of heights over widths. */
interface Line {
  start: number;
  slope: number;
}

/** Lines of which the highest holds, or the lowest. */
interface Bend {
  holds: 'max' | 'min';
  lines: Line[];
}

/** Code that puts a figure into somebody else's page. */
export interface EmbedCode {
  /** A frame as high as the figure is at the width of its column, whatever that is. */
  html: string;
  /** Its size in a column of text, and on a phone. */
  wide: FrameSize;
  narrow: FrameSize;
  /** A frame of a fixed size, for pages that take no styles. */
  plain: (size: FrameSize) => string;
}

/** The usual column of text, and the usual phone. */
const COLUMN = 680;
const PHONE = 360;
/** Widths at which heights are taken. */
const NARROW = [300, 320, 340, 360, 375, 392, 412, 430, 480, 540, 600, WIDE_FROM - 1];
const WIDE = [WIDE_FROM, 664, COLUMN, 700, 720, WIDEST];
/** Phones end here; a phone, and a column between phones and the wide picture. */
const PHONES_TO = 412;
const ON_PHONES = 345;
const BETWEEN = 500;

/**
 * Returns the code for a frame. Without a script a frame cannot follow what is in it, but it can follow the width of its column: the height is a formula of that width, made of straight lines that lie on or just above the heights of the figure.
 * @param siteUrl The absolute address of the site, with a slash at its end.
 */
export function embedCode(work: CitablePage, parts: FrameParts, siteUrl: string): EmbedCode {
  const heights = (widths: number[]): FrameSize[] =>
    widths.map((width) => ({ width, height: frameHeight(parts, width) }));
  const [column, phones] = [edgeOver(heights(WIDE), COLUMN), bendOver(heights(NARROW))];
  const [wide, narrow] = [
    { width: COLUMN, height: Math.round(heightOn(column, COLUMN)) },
    { width: PHONE, height: Math.round(Math[phones.holds](...phones.lines.map((line) => heightOn(line, PHONE)))) },
  ];
  const frame = ({ width, height }: FrameSize, more: string) =>
    `<iframe src="${new URL(embedAddress(work), siteUrl).href}" title="${escapeHtml(work.shared)}" width="${width}" height="${height}" loading="lazy"${more}></iframe>`;
  const link = `<p><a href="${new URL(figureAddress(work), siteUrl).href}">${escapeHtml(work.shared)}</a></p>`;
  const box = `position:relative;max-width:${WIDEST}px;padding-bottom:${Math.ceil((100 * wide.height) / wide.width)}%;padding-bottom:${formula(column, phones)}`;
  return {
    html: `<div style="${box}">${frame(wide, ' style="position:absolute;top:0;left:0;width:100%;height:100%;border:0"')}</div>${link}`,
    wide,
    narrow,
    plain: (one) => `${frame(one, '')}${link}`,
  };
}

/** The height as CSS works it out: percentages are those of the column’s width. Narrow columns jump to the lines of the narrow picture. */
function formula(column: Line, { holds, lines }: Bend): string {
  const words = lines.map(({ start, slope }) => `${start}px + 100%*${slope}`).join(',');
  return `max(${column.start}px + min(100%,${WIDEST}px)*${column.slope},min((${WIDE_FROM}px - 100%)*9999,${holds}(${words})))`;
}

/** Two lines that no size is above. Where heights fall ever slower, each covers its own part; where they rise first, both cover all. */
function bendOver(sizes: FrameSize[]): Bend {
  const [phones, between] = [
    edgeOver(
      sizes.filter(({ width }) => width <= PHONES_TO),
      ON_PHONES,
    ),
    edgeOver(
      sizes.filter(({ width }) => width >= PHONES_TO),
      BETWEEN,
    ),
  ];
  if (phones.slope <= between.slope) return { holds: 'max', lines: [phones, between] };
  return { holds: 'min', lines: [edgeOver(sizes, ON_PHONES), edgeOver(sizes, BETWEEN)] };
}

function heightOn({ start, slope }: Line, width: number): number {
  return start + slope * width;
}

/** The straight line over a width on which two of the sizes lie and above which none does: an edge of their upper hull, rounded up. */
function edgeOver(sizes: FrameSize[], width: number): Line {
  const edges = sizes.flatMap((from) =>
    sizes
      .filter((to) => to.width > from.width && from.width <= width && to.width >= width)
      .map((to) => ({ from, slope: (to.height - from.height) / (to.width - from.width) })),
  );
  const over = ({ from, slope }: (typeof edges)[number]) => from.height + slope * (width - from.width);
  const highest = edges.reduce((high, one) => (over(one) > over(high) ? one : high));
  const slope = Number(highest.slope.toFixed(2));
  return { start: Math.ceil(Math.max(...sizes.map((one) => one.height - slope * one.width))), slope };
}
