import { SAFETY, textWidth, wrapText } from '../charts/index.ts';
import type { FrameParts } from './frame-parts.ts';

/** Measures of Frame.css, Figure.css and tokens.css, in pixels: sizes and leadings of the parts, and the room around them. */
const TITLE = { size: 20, line: 25, isBold: true };
const SUBTITLE = { size: 14, line: 19.6 };
const FINDING = { size: 18, line: 27.9, widest: 560 };
const SMALL = { size: 14, line: 20.3 };
const SIDES = 32;
const BETWEEN = 16 + 4 + 16 + 12 + 12 + 12 + 9 + 12;
/** The width of the frame up to which the picture has the margins of the page too, and the width of these. */
const BLEED = { to: 384, width: 24 };
/** The width from which on the picture is the wide one; the narrow one grows to its own widest. */
const COLUMN_FROM = 616;
const PHONE_WIDEST = 360;

/** The width of the narrowest frame that shows the wide picture. */
export const WIDE_FROM = COLUMN_FROM + SIDES;
export const WIDEST = 736;

/** Added in narrow frames, where lines are short and a wider face soon needs one more. */
const SLACK = 12;

/** The wider of usual text faces, as parts of the widest face of labels. */
const SERIF = 0.85;
const sans: typeof textWidth = (text, size, isBold) => textWidth(text, size, isBold) / SAFETY;
const serif: typeof textWidth = (text, size, isBold) => sans(text, size, isBold) * SERIF;

/** Returns the height of a figure in a frame of a width, in pixels, in the widest face of labels and a usual face of text. */
export function frameHeight(parts: FrameParts, width: number): number {
  const room = width - SIDES;
  const words = [
    height(parts.title, room, TITLE, serif),
    height(parts.subtitle, room, SUBTITLE, sans),
    height(parts.finding, Math.min(room, FINDING.widest), FINDING, serif),
    parts.caveat === null ? 0 : height(parts.caveat, room, SMALL, sans),
    height(parts.credit.link + parts.credit.more, room, SMALL, sans),
  ];
  const slack = width < WIDE_FROM ? SLACK : 0;
  return Math.ceil(
    BETWEEN +
      slack +
      words.reduce((sum, one) => sum + one, 0) +
      pictureHeight(parts, room, width <= BLEED.to ? BLEED.width : 0),
  );
}

/** The picture that this room shows. */
function pictureHeight({ models }: FrameParts, room: number, bleed: number): number {
  const isWide = room + bleed >= COLUMN_FROM;
  const model = models.find(({ frame }) => (frame.name === 'column') === isWide);
  if (!model) throw new Error('a figure without a picture for this width');
  const width = isWide ? room : Math.min(room + bleed, PHONE_WIDEST);
  return (model.frame.height * width) / model.frame.width;
}

function height(
  text: string,
  room: number,
  { size, line, isBold = false }: { size: number; line: number; isBold?: boolean },
  measure: typeof textWidth,
): number {
  return wrapText(text, room, size, isBold, measure).length * line;
}
