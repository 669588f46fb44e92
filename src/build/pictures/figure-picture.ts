import { num, renderSvg, wrapText } from '../../charts/index.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import { escapeHtml } from '../../site/html.ts';
import type { Imprint } from './imprint.ts';
import { WIDEST, setLines, type Block, type Measures, type Setting } from './lines.ts';
import { plainChart } from './plain-svg.ts';
import { tokenOf, type ChartStyles } from './styles.ts';

/** Paper around everything. */
const MARGIN = 32;
/** Room for half of a line on the edge of a frame, in pixels. */
const EDGE = 1;

/**
 * Draws a figure as an SVG file that stands alone: its finding, its picture, its caveat and where it comes from. It needs no
 * style and no font of its own.
 * @param measures Measures the width of words: in the widest face that a reader may have, unless the faces are known.
 * @throws ContentError if the look of the chart depends on something that a picture cannot know.
 */
export function figurePicture(
  model: ChartModel,
  imprint: Imprint,
  styles: ChartStyles,
  measures: Measures = WIDEST,
): string {
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
    put(
      setLines(
        wrapText(
          text,
          frame.width,
          setting.size,
          setting.weight > 400,
          measures[setting.family === serif ? 'serif' : 'sans'],
        ),
        MARGIN,
        y,
        setting,
      ),
      gap,
    );
  const small: Setting = { family: sans, size: 12, weight: 400, leading: 1.4, fill: quiet };

  say(`Figure ${model.number} · ${imprint.site}`, { ...small, size: 13 }, 4);
  say(model.title, { family: serif, size: 21, weight: 600, leading: 1.25, fill: ink }, 6);
  say(model.subtitle, { ...small, size: 14 }, 16);
  put(
    {
      svg: clipped(
        plainChart(renderSvg(model), styles, figureClasses(model), `translate(${MARGIN} ${num(y)})`),
        `figure-${model.id}-frame`,
        { x: MARGIN, y, ...frame },
      ),
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
      setLines(breakAddress(imprint.address, frame.width, small.size, measures), MARGIN, y, { ...small, weight: 600 }),
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

/** Cuts a drawing to its frame, over which a map’s land would run: not every program cuts what a picture does not show. */
function clipped(
  svg: string,
  id: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string {
  const frame = `<rect x="${num(x - EDGE)}" y="${num(y - EDGE)}" width="${width + 2 * EDGE}" height="${height + 2 * EDGE}"/>`;
  return `<clipPath id="${id}">${frame}</clipPath><g clip-path="url(#${id})">${svg}</g>`;
}

/** Returns the classes of the figure that a chart stands in, which style sheets name. */
export function figureClasses({ id }: { id: string }): string {
  return `figure figure--${id}`;
}

/** Says who counted, and up to which day. */
function originWords({ sourceWords, base, asOf }: Imprint): string {
  const under = base.length === 0 ? '' : ` Under the picture: ${base.join('; ')}.`;
  return `${sourceWords}${under} Data as of ${asOf}.`;
}

function rightsWords({ site, version, licence }: Imprint): string {
  return `${site}, version ${version}. Licence: ${licence.name}, ${licence.url}`;
}

/** Breaks an address, which has no spaces, into lines that fit. */
function breakAddress(address: string, room: number, size: number, { sans }: Measures): string[] {
  const pieces = address.replace(/(?<=[/.-])(?=[^/])/g, ' ');
  return wrapText(pieces, room, size, true, sans).map((line) => line.replaceAll(' ', ''));
}
