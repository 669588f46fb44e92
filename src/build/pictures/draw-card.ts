import { num, renderSvg } from '../../charts/index.ts';
import { CARD_SIZE } from '../../site/preview-cards.ts';
import { MARGIN, type CardChart, type CardLayout } from './card.ts';
import { figureClasses } from './figure-picture.ts';
import { setLines } from './lines.ts';
import { plainChart } from './plain-svg.ts';
import type { ChartStyles } from './styles.ts';

/** Draws the picture that stands for a page where its link is shared, as SVG. */
export function cardPicture(
  { chart, room, head, rule, foot, top, finding, colours }: CardLayout,
  styles: ChartStyles,
): string {
  const { ink, hairline, paper } = colours;
  const { width, height } = CARD_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>`,
    head.svg,
    `<path d="M${MARGIN} ${num(rule)}h72" fill="none" stroke="${ink}" stroke-width="4"/>`,
    setLines(finding.lines, MARGIN, top, finding.setting).svg,
    `<path d="M${MARGIN} ${num(foot.top - 14)}h${num(room)}" fill="none" stroke="${hairline}" stroke-width="1.5"/>`,
    foot.svg,
    chart === null ? '' : drawChart(chart, width - MARGIN - chart.width, (height - chart.height) / 2, styles),
    '</svg>',
  ].join('');
}

/** Draws a chart with its upper left corner at a place. */
function drawChart({ picture, scale }: CardChart, x: number, y: number, styles: ChartStyles): string {
  const transform = `translate(${num(x)} ${num(y)}) scale(${scale.toFixed(4)})`;
  return plainChart(renderSvg(picture), styles, figureClasses(picture), transform);
}
