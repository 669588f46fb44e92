import { wrapText, type Picture } from '../../charts/index.ts';
import {
  breakAddress,
  fitText,
  namesThatFit,
  setLines,
  type Block,
  type Credit,
  type Measures,
  type Setting,
} from './lines.ts';
import { fail, quote } from '../../data/errors.ts';
import { tokenOf, type ChartStyles } from './styles.ts';

/** Words on a card. */
export interface CardWords {
  /** The title of the whole: small above the finding of a part, large where the card stands for the whole. */
  site: string;
  /** Name of the part: `Figure 2`, or the title of a section; null for the whole. */
  part: string | null;
  /** What was found, in full: it is set smaller, never shortened. */
  finding: string;
  /** Who counted what the picture shows, or a sentence in place of that. */
  credit: Credit | string;
  asOf: string;
  /** Where to read it, as nobody mistypes it: the host where the link stands beside the picture, else all of it. */
  address: string;
}

/** Chart on a card, and the room it takes, in pixels. */
export interface CardChart {
  picture: Picture;
  width: number;
  height: number;
  /** Its size as a share of the designed one. */
  scale: number;
}

/** Paper around everything. */
export const MARGIN = 56;
const GAP = 48;
/** How wide a chart may be; the narrower where a long finding needs the room. */
const CHART_WIDTHS = [540, 460, 390, 340];
const LEADING = 1.16;
/** Sizes of a finding: the smallest is still read on a phone; below the least that is preferred, a chart makes room. */
const LARGEST = 68;
const PREFERRED = 34;
const SMALLEST = 30;

/** Size of a card in its own pixels. */
interface Sheet {
  width: number;
  height: number;
}

/** Card whose words and chart have their places, but for the drawing of the chart. */
export interface CardLayout extends NonNullable<ReturnType<typeof layOut>> {
  size: Sheet;
  colours: { ink: string; hairline: string; paper: string };
}

/**
 * Sets the words of a card at the largest size at which all fit: kicker, finding, sources, beside the chart or none; without it where the words would not fit beside it.
 * @param picture The small picture of its figure; null for a card of words alone.
 * @throws ContentError if the finding does not fit at the smallest size.
 */
export function setCard(
  words: CardWords,
  picture: Picture | null,
  styles: ChartStyles,
  measures: Measures,
  size: Sheet,
): CardLayout {
  const token = (name: string) => tokenOf(styles, name);
  const [ink, quiet] = [token('--ink'), token('--quiet')];
  const serif: Setting = { family: token('--font-text'), size: LARGEST, weight: 600, leading: LEADING, fill: ink };
  const sans: Setting = { family: token('--font-sans'), size: 24, weight: 400, leading: 1.3, fill: quiet };
  let best: ReturnType<typeof layOut> = null;
  for (const width of picture === null ? [0] : CHART_WIDTHS) {
    const chart = picture && fitChart(picture, { width, height: size.height - 64 });
    best = layOut(words, chart, size, { serif, sans }, measures) ?? best;
    if (best !== null && best.finding.setting.size >= PREFERRED) break;
  }
  // A very long address leaves no room for both; the words come first.
  best ??= layOut(words, null, size, { serif, sans }, measures);
  if (best === null) tooLong(words.finding);
  return { ...best, size, colours: { ink, hairline: token('--hairline'), paper: token('--paper') } };
}

/** Fits a picture into this room. */
function fitChart(picture: Picture, room: { width: number; height: number }): CardChart {
  const { width, height } = picture.frame;
  const scale = Math.min(room.width / width, room.height / height);
  return { picture, width: width * scale, height: height * scale, scale };
}

/** Lays out everything on a card, beside a chart or none; null where the finding does not fit. */
function layOut(
  words: CardWords,
  chart: CardChart | null,
  size: Sheet,
  { serif, sans }: { serif: Setting; sans: Setting },
  measures: Measures,
) {
  const room = size.width - 2 * MARGIN - (chart ? chart.width + GAP : 0);
  const head = headOf(words, room, serif, sans, measures);
  const rule = head.bottom + 20;
  const foot = footOf(
    words,
    chart,
    { width: room, bottom: size.height - MARGIN + 8 },
    { ...sans, size: 21 },
    serif.fill,
    measures,
  );
  const top = rule + 24;
  const finding = fitText(
    words.finding,
    { width: room, height: foot.top - 34 - top },
    words.part === null ? { ...serif, weight: 400, size: 38 } : serif,
    SMALLEST,
    measures.serif,
  );
  return finding && { chart, room, head, rule, foot, top, finding };
}

/** Sets the title of the whole and the name of the part. */
function headOf({ site, part }: CardWords, room: number, serif: Setting, sans: Setting, measures: Measures): Block {
  if (part === null) {
    const { lines, setting } =
      fitText(site, { width: room, height: 160 }, serif, SMALLEST, measures.serif) ?? tooLong(site);
    return setLines(lines, MARGIN, MARGIN - 12, setting);
  }
  const title = setLines(wrapText(site, room, sans.size, true, measures.sans), MARGIN, MARGIN - 8, {
    ...sans,
    weight: 600,
    fill: serif.fill,
  });
  const name = setLines(wrapText(part, room, sans.size, false, measures.sans), MARGIN, title.bottom, sans);
  return { svg: title.svg + name.svg, bottom: name.bottom };
}

/** Place that a card names for a fault of its words, which do not know their file. */
export const CARDS = 'cards';

function tooLong(text: string): never {
  return fail({
    file: CARDS,
    found: `${quote(text)}, which would have to be set smaller than ${SMALLEST} pixels`,
    expected: 'a finding that fits its card',
  });
}

/** Sets who counted, up to which day, and where to read it. */
function footOf(
  { credit, asOf, address }: CardWords,
  chart: CardChart | null,
  { width, bottom }: { width: number; bottom: number },
  setting: Setting,
  ink: string,
  { sans }: Measures,
): Block & { top: number } {
  const wrap = (text: string, isBold = false) => wrapText(text, width, setting.size, isBold, sans);
  const named = typeof credit === 'string' ? wrap(credit) : namesThatFit(credit, 2, wrap);
  const whole = chart ? wrap('The whole picture and its key are at the address.') : [];
  const whereAndWhen = wrap(`${asOf} · ${address}`, true);
  const last =
    whereAndWhen.length === 1
      ? whereAndWhen
      : [...wrap(asOf, true), ...breakAddress(address, (text) => wrap(text, true))];
  const top = bottom - (named.length + whole.length + last.length) * setting.size * setting.leading;
  const quiet = setLines([...named, ...whole], MARGIN, top, setting);
  const strong = setLines(last, MARGIN, quiet.bottom, { ...setting, weight: 600, fill: ink });
  return { svg: quiet.svg + strong.svg, top, bottom: strong.bottom };
}
