import { geoMercator, type GeoProjection } from 'd3';
import { boxPath, type Box } from '../../charts/index.ts';
import { COUNTRY_BOUNDS, DETAIL_BOUNDS, type Boundaries, type Bounds } from '../../data/schemas/boundaries.ts';

/** One frame of the map in its own pixels: its projection from degrees, and its size. */
export interface Ground {
  width: number;
  height: number;
  project: (lon: number, lat: number) => { x: number; y: number };
}

/** The large map, drawn once at this width; every picture shows it at its own size. */
export const DETAIL = groundOf(DETAIL_BOUNDS, 680);
/** The small map of the country, in the corner of the large one. */
export const COUNTRY = groundOf(COUNTRY_BOUNDS, 190);

/** The crowded part of the large map, along the border from Muse to the Wa towns, in its pixels. */
export const NORTH_EAST: Box = (() => {
  const [from, to] = [DETAIL.project(97.7, 24.19), DETAIL.project(98.97, 23.19)];
  return { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
})();

/** Addresses of the shared drawings, the same on every page that has the map. */
export const SHARED = { detail: 'map-land', country: 'map-country' } as const;

/** Returns a Mercator projection: north is up everywhere, and over two degrees its scale changes by less than a hundredth. */
function projectionOf([west, , east, north]: Bounds, width: number): GeoProjection {
  const projection = geoMercator()
    .scale((width * 180) / ((east - west) * Math.PI))
    .translate([0, 0]);
  const [x0 = 0, y0 = 0] = projection([west, north]) ?? [];
  return projection.translate([-x0, -y0]);
}

/** Projects a frame in degrees to a drawing of some width. */
export function groundOf(bounds: Bounds, width: number): Ground {
  const projection = projectionOf(bounds, width);
  const project = (lon: number, lat: number) => {
    const [x = NaN, y = NaN] = projection([lon, lat]) ?? [];
    return { x, y };
  };
  return { width, height: Math.round(project(bounds[2], bounds[1]).y), project };
}

/** Returns how many pixels of the large map are a kilometre, in the middle of it. */
export function pixelsPerKilometre(): number {
  const [west, south, east, north] = DETAIL_BOUNDS;
  const [middle, earth] = [((south + north) / 2) * (Math.PI / 180), 6371];
  return DETAIL.width / ((east - west) * (Math.PI / 180) * earth * Math.cos(middle));
}

/** Draws the land of the large map: the neighbour around, the country on it, the lines between states. */
export function detailSvg({ detail }: Boundaries): string {
  return [
    `<path class="ground__near" d="M0 0h${DETAIL.width}v${DETAIL.height}H0z"/>`,
    `<path class="ground__land" d="${areas(detail.myanmar, DETAIL)}"/>`,
    `<path class="ground__state" d="${trails(detail.states, DETAIL)}"/>`,
  ].join('');
}

/** Draws the land of the small map: sea, neighbours, the country, and the frame of the large one. */
export function countrySvg({ country }: Boundaries): string {
  return [
    `<path class="ground__sea" d="M0 0h${COUNTRY.width}v${COUNTRY.height}H0z"/>`,
    `<path class="ground__near" d="${areas(country.neighbours, COUNTRY)}"/>`,
    `<path class="ground__state" d="${trails(country.borders, COUNTRY)}"/>`,
    `<path class="ground__land" d="${areas(country.myanmar, COUNTRY)}"/>`,
    `<path class="ground__state" d="${trails(country.states, COUNTRY)}"/>`,
    `<path class="ground__frame" d="${boxPath(detailOnCountry())}"/>`,
  ].join('');
}

/** Returns the box of the large map on the small one. */
function detailOnCountry(): Box {
  const [west, south, east, north] = DETAIL_BOUNDS;
  const [from, to] = [COUNTRY.project(west, north), COUNTRY.project(east, south)];
  return { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
}

/** Writes outlines as one path. */
export function areas(rings: [number, number][][], ground: Ground): string {
  return rings.map((ring) => `${trail(ring, ground)}z`).join('');
}

/** Thins outlines for a very small map: leaves out points nearer than `least` pixels to the last one kept, and islands that become a line. */
export function thinned(rings: [number, number][][], ground: Ground, least: number): [number, number][][] {
  return rings
    .map((ring) => {
      let last = { x: Infinity, y: Infinity };
      return ring.filter(([lon, lat]) => {
        const point = ground.project(lon, lat);
        const isFar = Math.hypot(point.x - last.x, point.y - last.y) >= least;
        if (isFar) last = point;
        return isFar;
      });
    })
    .filter(({ length }) => length > 3);
}

function trails(lines: [number, number][][], ground: Ground): string {
  return lines.map((line) => trail(line, ground)).join('');
}

/** Writes steps from point to point in tenths of a pixel, in as few characters as a path allows: shorter than places, and what repeats packs better. */
function trail(points: [number, number][], ground: Ground): string {
  const tenths = points
    .map(([lon, lat]) => ground.project(lon, lat))
    .map(({ x, y }) => [Math.round(x * 10), Math.round(y * 10)] as const);
  let [px, py] = [0, 0];
  let steps = '';
  for (const [x, y] of tenths) {
    if (steps === '') steps = `M${x / 10} ${y / 10}l`;
    else if (x !== px || y !== py) steps += ` ${(x - px) / 10} ${(y - py) / 10}`;
    [px, py] = [x, y];
  }
  // A sign or a second point ends a number as well as a space does, and nothing need stand before a point.
  return steps
    .replaceAll('l ', 'l')
    .replaceAll(' -', '-')
    .replaceAll(/(?<!\d)0\./g, '.')
    .replaceAll(/(?<=\.\d) \./g, '.');
}
