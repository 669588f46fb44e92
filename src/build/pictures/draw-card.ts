import { num } from '../../charts/index.ts';
import { MARGIN, type CardLayout } from './card.ts';
import { drawChart } from './draw-chart.ts';
import { setLines } from './lines.ts';
import type { ChartStyles } from './styles.ts';

/** Draws the picture that stands for a page where its link is shared, as SVG. */
export function cardPicture(
  { chart, room, size, head, rule, foot, top, finding, colours }: CardLayout,
  styles: ChartStyles,
): string {
  const { ink, hairline, paper } = colours;
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>`,
    head.svg,
    `<path d="M${MARGIN} ${num(rule)}h72" fill="none" stroke="${ink}" stroke-width="4"/>`,
    setLines(finding.lines, MARGIN, top, finding.setting).svg,
    `<path d="M${MARGIN} ${num(foot.top - 14)}h${num(room)}" fill="none" stroke="${hairline}" stroke-width="1.5"/>`,
    foot.svg,
    chart === null
      ? ''
      : drawChart(
          chart.picture,
          { x: width - MARGIN - chart.width, y: (height - chart.height) / 2, scale: chart.scale },
          styles,
        ),
    '</svg>',
  ].join('');
}
