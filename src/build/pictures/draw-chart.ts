import { num, renderSvg, type Picture } from '../../charts/index.ts';
import { plainChart } from './plain-svg.ts';
import type { ChartStyles } from './styles.ts';

/** Room for half of a line on the edge of a frame, in pixels. */
const EDGE = 1;

/** Place of the upper left corner of a chart, and its size as a share of the designed one. */
export interface ChartPlace {
  x: number;
  y: number;
  scale: number;
}

/**
 * Draws a chart at a place, for a file that stands alone.
 * @param frameId Id under which it is cut to its frame, over which a map’s land would run: not every program cuts what a
 * picture does not show. Without one it is not cut.
 * @throws ContentError if its look depends on something that a picture cannot know.
 */
export function drawChart(
  picture: Picture,
  { x, y, scale }: ChartPlace,
  styles: ChartStyles,
  frameId?: string,
): string {
  const larger = scale === 1 ? '' : ` scale(${scale.toFixed(4)})`;
  const transform = `translate(${num(x)} ${num(y)})${larger}`;
  const svg = plainChart(renderSvg(picture), styles, `figure figure--${picture.id}`, transform);
  if (frameId === undefined) return svg;
  const { width, height } = picture.frame;
  const frame = `<rect x="${num(x - EDGE)}" y="${num(y - EDGE)}" width="${num(width * scale + 2 * EDGE)}" height="${num(height * scale + 2 * EDGE)}"/>`;
  return `<clipPath id="${frameId}">${frame}</clipPath><g clip-path="url(#${frameId})">${svg}</g>`;
}
