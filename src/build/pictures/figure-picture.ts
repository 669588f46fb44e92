import { num, wrapText } from '../../charts/index.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import { escapeHtml } from '../../site/html.ts';
import type { Imprint } from './imprint.ts';
import { drawChart } from './draw-chart.ts';
import { breakAddress, setLines, type Block, type Setting } from './lines.ts';
import { tokenOf, type ChartStyles } from './styles.ts';

/** Paper around everything. */
const MARGIN = 32;

/**
 * Draws a figure as an SVG file that stands alone: its finding, its picture, its caveat and where it comes from. It needs no
 * style and no font of its own. Its lines are as long as the widest face allows that a reader may have.
 * @throws ContentError if the look of the chart depends on something that a picture cannot know.
 */
export function figurePicture(model: ChartModel, imprint: Imprint, styles: ChartStyles): string {
  const [paper, ink, quiet, hairline] = ['--paper', '--ink', '--quiet', '--hairline'].map((name) =>
    tokenOf(styles, name),
  ) as [string, string, string, string];
  const [serif, sans] = [tokenOf(styles, '--font-text'), tokenOf(styles, '--font-sans')];
  const { frame } = model;
  const parts: string[] = [];
  let y = MARGIN;
  const put = ({ svg, bottom }: Block, gap: number) => {
    parts.push(svg);
    y = bottom + gap;
  };
  const say = (text: string, setting: Setting, gap: number) =>
    put(setLines(wrapText(text, frame.width, setting.size, setting.weight > 400), MARGIN, y, setting), gap);
  const small: Setting = { family: sans, size: 12, weight: 400, leading: 1.4, fill: quiet };

  say(`Figure ${model.number} · ${imprint.site}`, { ...small, size: 13 }, 4);
  say(model.title, { family: serif, size: 21, weight: 600, leading: 1.25, fill: ink }, 6);
  say(model.subtitle, { ...small, size: 14 }, 16);
  put(
    {
      svg: drawChart(model, { x: MARGIN, y, scale: 1 }, styles, `figure-${model.id}-frame`),
      bottom: y + frame.height,
    },
    16,
  );
  put({ svg: `<path d="M${MARGIN} ${num(y)}h${frame.width}" fill="none" stroke="${hairline}"/>`, bottom: y }, 10);
  const [caveat] = model.notes;
  if (caveat !== undefined) say(caveat, { ...small, fill: ink }, 6);
  say(originWords(imprint), small, 6);
  say(rightsWords(imprint), small, imprint.address === null ? 0 : 2);
  if (imprint.address !== null)
    put(
      setLines(
        breakAddress(imprint.address, (text) => wrapText(text, frame.width, small.size, true)),
        MARGIN,
        y,
        { ...small, weight: 600 },
      ),
      0,
    );

  // Pasted into a page beside others, it still names itself.
  const name = (part: 'title' | 'desc') => `figure-${model.id}-${part}`;
  const [width, height] = [frame.width + 2 * MARGIN, Math.ceil(y + MARGIN - 8)];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${name('title')}" aria-describedby="${name('desc')}">`,
    `<title id="${name('title')}">${escapeHtml(model.title)}</title><desc id="${name('desc')}">${escapeHtml(`${model.alt}. ${model.summary} ${originWords(imprint)} ${rightsWords(imprint)}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...parts,
    '</svg>\n',
  ].join('');
}

/** Says who counted, and up to which day. */
function originWords({ sourceWords, base, asOf }: Imprint): string {
  const under = base.length === 0 ? '' : ` Under the picture: ${base.join('; ')}.`;
  return `${sourceWords}${under} Data as of ${asOf}.`;
}

function rightsWords({ site, version, licence }: Imprint): string {
  return `${site}, version ${version}. Licence: ${licence.name}, ${licence.url}`;
}
