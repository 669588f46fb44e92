import type { Place } from '../schemas/place.ts';

/** How firmly a row's sources carry it. It never says whether the report is true. */
export const SOURCING: Record<Place['confidence'], string> = {
  high: 'Firmly sourced',
  medium: 'Sourced at second hand or with a doubt',
  low: 'Weakly sourced',
};

/** Kind and township: `Town in Laukkai township`. */
export function kindWords({ kind, township }: Pick<Place, 'kind' | 'township'>): string {
  const words = { town: 'Town', 'border-crossing': 'Border crossing', base: 'Base', command: 'Command' }[kind];
  return township === null ? `${words}; township not found` : `${words} in ${township} township`;
}

/** Where it lies and how well that is known: `23.4756° N, 98.8242° E (MIMU …, point of the town)`. */
export function pointWords({ lat, lon, coord_source, coord_precision }: Pick<Place, 'lat' | 'lon' | 'coord_source' | 'coord_precision'>): string {
  if (lat === null || lon === null) return 'not established';
  const isRough = coord_precision === 'approximate';
  // An unsourced point is not given digits that would make it look measured.
  const degrees = (value: number) => value.toFixed(isRough ? 2 : 4);
  return `${isRough ? 'approximate: about ' : ''}${degrees(lat)}° N, ${degrees(lon)}° E (${coord_source})`;
}

/** Whether an alternative name says what lies on the other side of a border gate: `opposite Wanding`. */
export function isOpposite(name: string): boolean {
  return name.startsWith(OPPOSITE);
}

/** How such a name begins. */
export const OPPOSITE = 'opposite ';
