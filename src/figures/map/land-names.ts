import { textLabel, type Box, type Label } from '../../charts/index.ts';
import { COUNTRY, DETAIL } from './ground.ts';
import type { Layout } from './layout.ts';

/** Names of what lies around and under the places, with the spots at which they may stand, best first. */
const LANDS: { name: string; isState: boolean; spots: [number, number][] }[] = [
  {
    name: 'China',
    isState: false,
    spots: [
      [98.95, 24.3],
      [98.75, 24.35],
      [97.75, 24.39],
      [99.12, 23.1],
    ],
  },
  {
    name: 'Shan',
    isState: true,
    spots: [
      [98.08, 23.62],
      [97.5, 23.55],
      [98.3, 23.1],
      [97.65, 22.4],
    ],
  },
  {
    name: 'Kachin',
    isState: true,
    spots: [
      [97.15, 24.05],
      [97.0, 23.9],
      [97.2, 24.3],
    ],
  },
  {
    name: 'Sagaing',
    isState: true,
    spots: [
      [96.35, 24.28],
      [96.1, 24.2],
      [96.2, 23.95],
    ],
  },
  {
    name: 'Mandalay',
    isState: true,
    spots: [
      [96.28, 22.3],
      [96.3, 22.45],
      [96.33, 22.62],
    ],
  },
];

/** Names on the small map: where each begins or ends, so that it stands off the country. */
const NEIGHBOURS: { name: string; lon: number; lat: number; anchor: Label['anchor'] }[] = [
  { name: 'China', lon: 102, lat: 25.6, anchor: 'middle' },
  { name: 'India', lon: 82.8, lat: 23.3, anchor: 'start' },
  { name: 'Bangladesh', lon: 82.7, lat: 19.2, anchor: 'start' },
  { name: 'Laos', lon: 106.2, lat: 19.3, anchor: 'end' },
  { name: 'Thailand', lon: 106.2, lat: 14.9, anchor: 'end' },
];

/** Places the names of states and neighbours on the large map, where nothing else stands; a name without room is left out. */
export function landNames({ map, frame }: Layout, taken: Box[]): Label[] {
  const scale = (map.x1 - map.x0) / DETAIL.width;
  const placed: Label[] = [];
  for (const { name, isState, spots } of LANDS) {
    const found = spots
      .map(([lon, lat]) => DETAIL.project(lon, lat))
      .map(({ x, y }) =>
        textLabel(`land-${name}`, [name], isState ? 'band' : 'remark', x * scale, y * scale, 'middle', frame.text),
      )
      .find(
        ({ box }) =>
          box.x0 >= 2 &&
          box.x1 <= map.x1 - 2 &&
          box.y0 >= map.y0 + 2 &&
          [...taken, ...placed.map((label) => label.box)].every((other) => apart(box, other)),
      );
    if (found) placed.push(found);
  }
  return placed;
}

/** Places the names of the neighbours on the small map, where it is large enough for them. */
export function neighbourNames({ corner, frame }: Layout): Label[] {
  if (corner.x1 - corner.x0 < COUNTRY.width) return [];
  return NEIGHBOURS.map(({ name, lon, lat, anchor }) => {
    const { x, y } = COUNTRY.project(lon, lat);
    return textLabel(`corner-${name}`, [name], 'remark', corner.x0 + x, corner.y0 + y, anchor, frame.text);
  });
}

function apart(a: Box, b: Box): boolean {
  return a.x0 > b.x1 + 3 || a.x1 < b.x0 - 3 || a.y0 > b.y1 + 2 || a.y1 < b.y0 - 2;
}
