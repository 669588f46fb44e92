import { frameOf } from '../../charts/frame.ts';
import { boxPath } from '../../charts/paths.ts';
import type { Box, Frame, WidthName } from '../../charts/types.ts';
import { COUNTRY, DETAIL, SHARED } from './ground.ts';

/** Where the parts of one picture stand. */
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

/** On a column the small map and the key lie in corners of the large one, where nothing is drawn; on a phone under it. */
export function layoutOf(name: WidthName): Layout {
  const isPhone = name === 'phone';
  const frame = { ...frameOf(name, 0), left: 0, top: 0, mark: isPhone ? 4 : 5, ...(isPhone ? {} : { text: 13 }) };
  const { width } = frame;
  const height = Math.round((DETAIL.height * width) / DETAIL.width);
  const map = { x0: 0, x1: width, y0: 0, y1: height };
  const top = isPhone ? height + 12 : 0;
  const corner = { x0: 0, x1: COUNTRY.width, y0: top, y1: top + COUNTRY.height };
  frame.right = width;
  frame.height = isPhone ? corner.y1 + 1 : height;
  frame.bottom = frame.height;
  const key = isPhone ? { x: COUNTRY.width + 12, room: width - COUNTRY.width - 12 } : { x: width - 222, room: 214 };
  return { frame, map, corner, key, scale: { x: isPhone ? width - 10 : key.x - 20, y: height - 10 } };
}

/** The land under a picture, each part drawn by `draw`: whole, or by reference to what the page has once. */
export function underlayOf({ map, corner }: Layout, panel: Box | null, draw: (part: keyof typeof SHARED, box: Box) => string): string {
  const paper = panel === null ? '' : `<path class="ground__panel" d="${boxPath(panel)}"/>`;
  return `${draw('detail', map)}${paper}${draw('country', corner)}<path class="ground__edge" d="${boxPath(map)}${boxPath(corner)}"/>`;
}
