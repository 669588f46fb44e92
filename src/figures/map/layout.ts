import { byWidth, frameOf, boxPath, type Box, type Frame, type WidthName } from '../../charts/index.ts';
import { COUNTRY, DETAIL, SHARED } from './ground.ts';

/** The places of the parts of one picture. */
export interface Layout {
  frame: Frame;
  /** The large map. */
  map: Box;
  /** The small map of the country. */
  corner: Box;
  /** Left edge and widest line of the key; it stands at the picture's foot. */
  key: { x: number; room: number };
  /** Right end of the scale bar, and its height. */
  scale: { x: number; y: number };
}

/** The width of the small map on paper, where it shares the large one with many names. */
const SMALL_ON_PAPER = 126;

/** Lays out the map. On a column the small map and the key lie in corners of the large one, where nothing is drawn; on a phone both lie under it, on paper half of the key. */
export function layOutMap(name: WidthName): Layout {
  const isPhone = name === 'phone';
  const frame = {
    ...frameOf(name, 0),
    left: 0,
    top: 0,
    ...byWidth(name, { phone: { mark: 4 }, column: { mark: 5, text: 13 } }),
  };
  const { width } = frame;
  const height = Math.round((DETAIL.height * width) / DETAIL.width);
  const map = { x0: 0, x1: width, y0: 0, y1: height };
  const top = isPhone ? height + 12 : 0;
  const small = byWidth(name, { phone: COUNTRY.width, column: COUNTRY.width, paper: SMALL_ON_PAPER });
  const corner = { x0: 0, x1: small, y0: top, y1: top + Math.round((COUNTRY.height * small) / COUNTRY.width) };
  frame.right = width;
  frame.height = isPhone ? corner.y1 + 1 : height;
  frame.bottom = frame.height;
  const key = byWidth(name, {
    phone: { x: COUNTRY.width + 12, room: width - COUNTRY.width - 12 },
    column: { x: width - 222, room: 214 },
    paper: { x: width - 148, room: 146 },
  });
  return {
    frame,
    map,
    corner,
    key,
    scale: { x: byWidth(name, { phone: width - 10, column: key.x - 20, paper: key.x - 18 }), y: height - 10 },
  };
}

/** Draws the land under a picture, each part by `draw`: whole, or by reference to what the page has once. */
export function drawUnderlay(
  { map, corner }: Layout,
  panel: Box | null,
  draw: (part: keyof typeof SHARED, box: Box) => string,
): string {
  const paper = panel === null ? '' : `<path class="ground__panel" d="${boxPath(panel)}"/>`;
  return `${draw('detail', map)}${paper}${draw('country', corner)}<path class="ground__edge" d="${boxPath(map)}${boxPath(corner)}"/>`;
}
