import {
  boxPath,
  byWidth,
  frameOf,
  num,
  type Box,
  type Frame,
  type Label,
  type Segment,
  type WidthName,
} from '../../charts/index.ts';
import type { Boundaries } from '../../data/schemas/boundaries.ts';
import { COUNTRY, DETAIL, NORTH_EAST, SHARED } from './ground.ts';

/** A window on the large map: part of its drawing, at some size. */
export interface Pane {
  box: Box;
  /** The part, in pixels of the drawing. */
  part: Box;
  /** Whether it shows again, and larger, what another pane is too small for. */
  isCloser: boolean;
}

/** The places of the parts of one picture. */
export interface Layout {
  frame: Frame;
  /** The large map, and on a phone before it its north-east at a larger scale. */
  panes: Pane[];
  /** The small map of the country. */
  corner: Box;
  /** Left edge and widest line of the key. */
  key: { x: number; room: number };
}

const WHOLE: Box = { x0: 0, y0: 0, x1: DETAIL.width, y1: DETAIL.height };
/** The width of the small map on paper, where it shares the large one with many names. */
const SMALL_ON_PAPER = 126;
/** Room between panes. */
const GAP = 8;

/** Lays out the map. On a column the small map and the key lie in corners of the large one, where nothing is drawn; on a phone both lie under it, on paper the key. */
export function layOutMap(name: WidthName): Layout {
  const isPhone = name === 'phone';
  const frame = { ...frameOf(name, 0), left: 0, top: 0, ...byWidth(name, { phone: { mark: 4 }, column: { mark: 5 } }) };
  const { width } = frame;
  const closer = isPhone ? [paneAt(0, width, NORTH_EAST, true)] : [];
  const whole = wholePane(width, closer[0] ? closer[0].box.y1 + GAP : 0);
  const top = isPhone ? whole.box.y1 + 12 : 0;
  const small = byWidth(name, { phone: 176, column: COUNTRY.width, paper: SMALL_ON_PAPER });
  const corner = { x0: 0, x1: small, y0: top, y1: top + Math.round((COUNTRY.height * small) / COUNTRY.width) };
  frame.right = width;
  frame.height = frame.bottom = isPhone ? corner.y1 + 1 : whole.box.y1;
  const key = byWidth(name, {
    phone: { x: corner.x1 + 12, room: width - corner.x1 - 12 },
    column: { x: width - 280, room: 276 },
    paper: { x: 0, room: width / 2 - 8 },
  });
  return { frame, panes: [...closer, whole], corner, key };
}

/** Returns the whole large map as a pane of this width. */
export function wholePane(width: number, top = 0): Pane {
  return paneAt(top, width, WHOLE, false);
}

function paneAt(top: number, width: number, part: Box, isCloser: boolean): Pane {
  const height = Math.round(((part.y1 - part.y0) * width) / (part.x1 - part.x0));
  return { box: { x0: 0, x1: width, y0: top, y1: top + height }, part, isCloser };
}

/** Returns how many pixels of a picture are one of the drawing in a pane. */
export function scaleOf({ box, part }: Pane): number {
  return (box.x1 - box.x0) / (part.x1 - part.x0);
}

/** Returns the point of a picture at which a pane shows a point of the earth; it may lie outside. */
export function projectInto(pane: Pane, lon: number, lat: number): { x: number; y: number } {
  const [{ x, y }, scale] = [DETAIL.project(lon, lat), scaleOf(pane)];
  return { x: pane.box.x0 + (x - pane.part.x0) * scale, y: pane.box.y0 + (y - pane.part.y0) * scale };
}

/** Lists the pieces of the country's frontier as a pane shows them, which names keep off. */
export function frontierIn(pane: Pane, { detail }: Boundaries): Segment[] {
  return detail.myanmar.flatMap((ring) => {
    const points = ring.map(([lon, lat]) => projectInto(pane, lon, lat));
    return points.slice(1).map(({ x, y }, index): Segment => {
      const before = points[index] as { x: number; y: number };
      return [before.x, before.y, x, y];
    });
  });
}

/** Returns the box of a closer pane on the whole map, where there is one. */
export function closerBox(panes: Pane[]): Box | undefined {
  const [whole, closer] = [panes.at(-1) as Pane, panes.find(({ isCloser }) => isCloser)];
  const scale = scaleOf(whole);
  return (
    closer && {
      x0: closer.part.x0 * scale,
      x1: closer.part.x1 * scale,
      y0: whole.box.y0 + closer.part.y0 * scale,
      y1: whole.box.y0 + closer.part.y1 * scale,
    }
  );
}

/**
 * Draws the land under a picture, each part by `draw`: whole, or by reference to what the page has once.
 * @param labels The words on it. On paper, where letters have no edge in the colour of the land, its lines stop at them.
 */
export function drawUnderlay(
  { panes, corner }: Layout,
  labels: Label[],
  draw: (part: keyof typeof SHARED, box: Box) => string,
): string {
  const land = panes.map((pane) => {
    const { box, part, isCloser } = pane;
    if (!isCloser) return draw('detail', box);
    const scale = scaleOf(pane);
    const [x0, y0] = [Math.round(-part.x0 * scale), Math.round(-part.y0 * scale)];
    const all = { x0, y0, x1: x0 + Math.round(DETAIL.width * scale), y1: y0 + Math.round(DETAIL.height * scale) };
    return `<svg x="${num(box.x0)}" y="${num(box.y0)}" width="${num(box.x1 - box.x0)}" height="${num(box.y1 - box.y0)}">${draw('detail', all)}</svg>`;
  });
  const outline = closerBox(panes);
  const edges = [...panes.map(({ box }) => box), corner].map(boxPath).join('');
  const gaps = labels.flatMap(({ kind, box }) => (kind === 'key' ? [] : [boxPath(roundBox(box))])).join('');
  return `${land.join('')}${outline ? `<path class="ground__frame" d="${boxPath(outline)}"/>` : ''}<path class="ground__gaps" d="${gaps}"/>${draw('country', corner)}<path class="ground__edge" d="${edges}"/>`;
}

function roundBox({ x0, x1, y0, y1 }: Box): Box {
  return { x0: Math.round(x0), x1: Math.round(x1), y0: Math.round(y0), y1: Math.round(y1) };
}
