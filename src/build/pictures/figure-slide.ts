import { num, wrapText } from '../../charts/index.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import { shortAddress } from '../../site/addresses.ts';
import { SLIDE_SIZE } from '../../site/preview-cards.ts';
import { drawChart } from './draw-chart.ts';
import type { Imprint } from './imprint.ts';
import { breakAddress, fitText, namesThatFit, setLines, type Block, type Measures, type Setting } from './lines.ts';
import { tokenOf, type ChartStyles } from './styles.ts';

/** Paper around everything. */
const [TOP, SIDE, BOTTOM] = [38, 64, 34];
/** Pixels between the words and the picture: above each other, and beside each other. */
const [ABOVE, BESIDE] = [14, 48];
/** The smallest letters that the last row of a room reads, in pixels. */
export const SMALLEST_ON_SLIDE = 24;
/** Least width of words beside a picture. */
const LEAST_WORDS = 380;

/** Words of a slide in their places above, below or beside the picture, and the room that is left for it. */
interface Words {
  head: Block;
  foot: Block & { top: number };
  room: { x: number; y: number; width: number; height: number };
}

/** Settings of the words, largest first. */
type Settings = Record<'title' | 'subtitle' | 'small' | 'strong', Setting>;

/**
 * Draws a figure as a slide: its finding, its picture, who counted, the day of its data and its address. The widest of its models
 * is taken whose letters are large enough there, between its words or beside them; where none is, that with the largest.
 * @param models The models of the figure, narrowest first: the wider ones, which have more to see, are tried before it.
 * @throws ContentError if a picture cannot be drawn; Error if its words do not fit beside any of its pictures.
 */
export function figureSlide(
  models: readonly ChartModel[],
  imprint: Imprint,
  styles: ChartStyles,
  measures: Measures,
): string {
  const settings = settingsOf(styles);
  const tried = [...models].reverse().flatMap((model) =>
    [wordsAround, wordsBeside].flatMap((arrange) => {
      const words = arrange(model, imprint, settings, measures);
      if (words === null) return [];
      const { width, height } = model.frame;
      const scale = Math.min(words.room.width / width, words.room.height / height);
      return [{ model, words, scale, letters: scale * Math.min(model.frame.text, model.frame.remark) }];
    }),
  );
  const [largest] = [...tried].sort((a, b) => b.letters - a.letters);
  const best = tried.find(({ letters }) => letters >= SMALLEST_ON_SLIDE) ?? largest;
  if (!best) throw new Error(`the words of the figure "${imprint.address}" do not fit on a slide`);
  const { model, scale } = best;
  const { head, foot, room } = best.words;
  const x = room.x + (room.width - model.frame.width * scale) / 2;
  const y = room.y + (room.height - model.frame.height * scale) / 2;
  const { width, height } = SLIDE_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${tokenOf(styles, '--paper')}"/>`,
    head.svg,
    drawChart(model, { x, y, scale }, styles, 'frame'),
    foot.svg,
    '</svg>',
  ].join('');
}

/** Sets the title over the picture and the sources under it; null where the title takes more than two lines. */
function wordsAround(model: ChartModel, imprint: Imprint, settings: Settings, measures: Measures): Words | null {
  const width = SLIDE_SIZE.width - 2 * SIDE;
  const { title, subtitle } = settings;
  const head = headOf(model, { width, heights: [60, 112] }, { title: { ...title, size: 52 }, subtitle }, 42, measures);
  const foot = footOf(imprint, { width, lines: 1, bottom: SLIDE_SIZE.height - BOTTOM }, settings, measures);
  if (head === null) return null;
  const y = head.bottom + ABOVE;
  return { head, foot, room: { x: SIDE, y, width, height: foot.top - ABOVE - y } };
}

/** Sets all words in a column on the left, as wide as the picture leaves it; null where it is too narrow for them. */
function wordsBeside(model: ChartModel, imprint: Imprint, settings: Settings, measures: Measures): Words | null {
  const { frame } = model;
  const height = SLIDE_SIZE.height - TOP - BOTTOM;
  const most = SLIDE_SIZE.width - 2 * SIDE - BESIDE;
  const picture = Math.min((height * frame.width) / frame.height, most - LEAST_WORDS);
  const width = most - picture;
  const foot = footOf(imprint, { width, lines: 5, bottom: SLIDE_SIZE.height - BOTTOM - 6 }, settings, measures);
  const head = headOf(model, { width, heights: [foot.top - TOP - 140] }, settings, 40, measures);
  if (head === null || head.bottom > foot.top - ABOVE) return null;
  return { head, foot, room: { x: SIDE + width + BESIDE, y: TOP, width: picture, height } };
}

/** Sets the title at the largest size at which it takes one of these heights, the lowest first, and the subtitle under it. */
function headOf(
  model: ChartModel,
  { width, heights }: { width: number; heights: number[] },
  { title, subtitle }: Pick<Settings, 'title' | 'subtitle'>,
  smallest: number,
  { serif, sans }: Measures,
): Block | null {
  const [fitted] = heights.flatMap((height) => fitText(model.title, { width, height }, title, smallest, serif) ?? []);
  if (!fitted) return null;
  const large = setLines(fitted.lines, SIDE, TOP, fitted.setting);
  const small = setLines(wrapText(model.subtitle, width, subtitle.size, false, sans), SIDE, large.bottom + 4, subtitle);
  return { svg: large.svg + small.svg, bottom: small.bottom };
}

/** Sets who counted, up to which day, whose picture it is, and where the rest of it is. */
function footOf(
  imprint: Imprint,
  { width, lines, bottom }: { width: number; lines: number; bottom: number },
  { small, strong }: Settings,
  { sans }: Measures,
): Block & { top: number } {
  const wrap = (text: string, isBold = false) => wrapText(text, width, small.size, isBold, sans);
  const { number, site, version, licence, asOf } = imprint;
  const named = namesThatFit({ of: 'Sources', publishers: [...imprint.sources, ...imprint.base] }, lines, wrap);
  const origin = wrap(`Data to ${asOf}. Figure ${number} of ${site}, version ${version}, ${licence.name}.`);
  const notes = imprint.address === null ? [] : wrap('Notes, caveats and numbers:', true);
  const address = imprint.address && shortAddress(imprint.address);
  const whole = address ? wrap(`${notes.join(' ')} ${address}`, true) : [];
  const last = whole.length > 1 ? [...notes, ...breakAddress(address ?? '', (text) => wrap(text, true))] : whole;
  const quiet = [...named, ...origin];
  const top = bottom - (quiet.length + last.length) * small.size * small.leading;
  const block = setLines(quiet, SIDE, top, small);
  const end = setLines(last, SIDE, block.bottom, strong);
  const rule = `<path d="M${SIDE} ${num(top - 10)}h${num(width)}" fill="none" stroke="${small.fill}" stroke-opacity="0.5"/>`;
  return { svg: rule + block.svg + end.svg, top: top - 10, bottom: end.bottom };
}

function settingsOf(styles: ChartStyles): Settings {
  const [serif, sans, ink, quiet] = ['--font-text', '--font-sans', '--ink', '--quiet'].map((name) =>
    tokenOf(styles, name),
  ) as [string, string, string, string];
  const small: Setting = { family: sans, size: SMALLEST_ON_SLIDE, weight: 400, leading: 1.28, fill: quiet };
  return {
    title: { family: serif, size: 68, weight: 600, leading: 1.12, fill: ink },
    subtitle: { ...small, size: 28 },
    small,
    strong: { ...small, weight: 600, fill: ink },
  };
}
