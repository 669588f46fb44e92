import { boxPath, num, outline } from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { DETAIL_BOUNDS, type Bounds } from '../../data/schemas/boundaries.ts';
import { areas, groundOf, thinned } from './ground.ts';

/** Part of Myanmar that is shown, in degrees; the long south is cut off. */
const BOUNDS: Bounds = [89.5, 14.6, 105.6, 28.9];
/** Pixels in which it is drawn; it is shown about as wide. */
const GROUND = groundOf(BOUNDS, 184);
/** Distance between points of its outline, in pixels: it comes before the answer on a slow line. */
const LEAST_STEP = 2.4;
/** Size of its letters. */
const TEXT = 11.5;

/** Middle of the name of the country. */
const COUNTRY_NAME = { lon: 98.6, lat: 20.5 };
/** Neighbours, with the middle of their names. */
const NEIGHBOURS = [
  { name: 'China', lon: 102, lat: 26.2 },
  { name: 'India', lon: 91.6, lat: 24.4 },
  { name: 'Thailand', lon: 101.8, lat: 17.4 },
];

/** Draws Myanmar with the frame of northern Shan on the border with China, and the cities by which readers find their way. */
export function locatorSvg({ boundaries, cities }: Pick<Ledger, 'boundaries' | 'cities'>): string {
  const [west, south, east, north] = DETAIL_BOUNDS;
  const [from, to] = [GROUND.project(west, north), GROUND.project(east, south)];
  const towns = [...cities.values()].map(({ name, lat, lon }) => ({ name, ...GROUND.project(lon, lat) }));
  const text = (name: string, x: number, y: number, more = '') =>
    `<text x="${num(x)}" y="${num(y)}"${more}>${name}</text>`;
  const middle = ' text-anchor="middle"';
  const abroad = NEIGHBOURS.map(({ name, lon, lat }) => {
    const { x, y } = GROUND.project(lon, lat);
    return text(name, x, y, `${middle} class="locator__abroad"`);
  });
  const country = GROUND.project(COUNTRY_NAME.lon, COUNTRY_NAME.lat);
  return [
    `<svg class="locator__map" viewBox="0 0 ${GROUND.width} ${GROUND.height}" width="${GROUND.width}" height="${GROUND.height}" aria-hidden="true"><g font-size="${TEXT}">`,
    `<path class="locator__land" d="${areas(thinned(boundaries.country.myanmar, GROUND, LEAST_STEP), GROUND)}"/>`,
    `<path class="locator__area" d="${boxPath({ x0: from.x, y0: from.y, x1: to.x, y1: to.y })}"/>`,
    `<path class="locator__city" d="${towns.map(({ x, y }) => outline('dot', x, y, 2.2)).join('')}"/>`,
    ...abroad,
    text('Myanmar', country.x, country.y, `${middle} class="locator__country"`),
    ...towns.map(({ name, x, y }) => text(name, x - 5, y + TEXT * 0.36, ' text-anchor="end"')),
    text('northern', to.x + 3, from.y + TEXT * 1.1, ' class="locator__name"'),
    text('Shan', to.x + 3, from.y + TEXT * 2.2, ' class="locator__name"'),
    '</g></svg>',
  ].join('');
}
