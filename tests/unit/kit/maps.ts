import type { Ledger } from '../../../src/data/ledger.ts';
import { COUNTRY_BOUNDS, DETAIL_BOUNDS } from '../../../src/data/schemas/boundaries.ts';

/** Makes what lies under and beside the places on the maps of the invented ledger. */
export function maps(): Pick<Ledger, 'cities' | 'mapNames' | 'boundaries'> {
  return {
    cities: new Map([['mandalay', { id: 'mandalay', name: 'Mandalay', lat: 21.97, lon: 96.08, source: 'un-flash10' }]]),
    mapNames: {
      large: [{ name: 'Elsewhere', is_state: false, spots: [[98.95, 24.3]] }],
      country: [{ name: 'Elsewhere', at: [102, 25.6], anchor: 'middle' }],
      dated: { north_east: { where: 'the north-east', names: [] }, whole: { where: 'the country', names: [] } },
      locator: {
        alt: 'Map of the country with its north-east',
        country: { name: 'Home', at: [98.6, 20.5] },
        area: ['the north-east'],
        neighbours: [{ name: 'Elsewhere', at: [102, 26.2] }],
      },
    },
    boundaries: {
      detail: {
        bounds: DETAIL_BOUNDS,
        myanmar: [
          [
            [97, 23],
            [98, 23],
            [98, 24],
          ],
        ],
        states: [],
      },
      country: {
        bounds: COUNTRY_BOUNDS,
        myanmar: [
          [
            [97, 23],
            [98, 23],
            [98, 24],
          ],
        ],
        states: [],
        neighbours: [
          [
            [99, 23],
            [99.5, 23],
            [99.5, 24],
          ],
        ],
        borders: [],
      },
      regions: { Shan: [square(97, 22, 99, 24)], Kachin: [square(97, 24, 98, 27)] },
    },
  };
}

/** Makes the outline of an area between two corners, in degrees. */
function square(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}
