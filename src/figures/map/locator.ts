import { boxPath, num, outline } from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { DETAIL_BOUNDS, type Bounds } from '../../data/schemas/boundaries.ts';
import { areas, groundOf, thinned } from './ground.ts';

/** Part of the country that is shown, in degrees; the long south is cut off. */
const BOUNDS: Bounds = [89.5, 14.6, 105.6, 28.9];
/** Pixels in which it is drawn; it is shown about as wide. */
const GROUND = groundOf(BOUNDS, 184);
/** Distance between points of its outline, in pixels: it comes before the answer on a slow line. */
const LEAST_STEP = 3;
/** Size of its letters. */
const TEXT = 11.5;

/** Draws the country with the frame of the large map, and the cities by which readers find their way. */
export function locatorSvg({
  boundaries,
  cities,
  mapNames,
}: Pick<Ledger, 'boundaries' | 'cities' | 'mapNames'>): string {
  const names = mapNames.locator;
  const [west, south, east, north] = DETAIL_BOUNDS;
  const [from, to] = [GROUND.project(west, north), GROUND.project(east, south)];
  const towns = [...cities.values()]
    .filter(({ on_large_map }) => on_large_map === undefined)
    .map(({ name, lat, lon }) => ({ name, ...GROUND.project(lon, lat) }));
  const text = (name: string, x: number, y: number, more = '') =>
    `<text x="${num(x)}" y="${num(y)}"${more}>${name}</text>`;
  const middle = ' text-anchor="middle"';
  const abroad = names.neighbours.map(({ name, at: [lon, lat] }) => {
    const { x, y } = GROUND.project(lon, lat);
    return text(name, x, y, `${middle} class="locator__abroad"`);
  });
  const country = GROUND.project(...names.country.at);
  return [
    `<svg class="locator__map" viewBox="0 0 ${GROUND.width} ${GROUND.height}" width="${GROUND.width}" height="${GROUND.height}" aria-hidden="true"><g font-size="${TEXT}">`,
    `<path class="locator__land" d="${areas(thinned(boundaries.country.myanmar, GROUND, LEAST_STEP), GROUND)}"/>`,
    `<path class="locator__area" d="${boxPath({ x0: from.x, y0: from.y, x1: to.x, y1: to.y })}"/>`,
    `<path class="locator__city" d="${towns.map(({ x, y }) => outline('dot', x, y, 2.2)).join('')}"/>`,
    ...abroad,
    text(names.country.name, country.x, country.y, `${middle} class="locator__country"`),
    ...towns.map(({ name, x, y }) => text(name, x - 5, y + TEXT * 0.36, ' text-anchor="end"')),
    ...names.area.map((line, index) =>
      text(line, to.x + 3, from.y + TEXT * 1.1 * (index + 1), ' class="locator__name"'),
    ),
    '</g></svg>',
  ].join('');
}
