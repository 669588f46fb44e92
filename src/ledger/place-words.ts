import type { Place } from '../schemas/place.ts';
import { capitalised, spanWords } from './format.ts';
import { splitBracket } from './spelling.ts';

/** What a place is, in words. */
export const KIND_WORDS: Record<Place['kind'], string> = {
  town: 'town',
  'border-crossing': 'border crossing',
  base: 'base',
  command: 'command',
};

/** A name without the second name or the remark in brackets at its end. */
export function bareName({ name }: Pick<Place, 'name'>): string {
  return splitBracket(name).name;
}

/** The day of the capture with the days that sources give instead, or that none was found. */
export function takenWords({
  captured_on,
  captured_not_before,
  captured_not_after,
}: Pick<Place, 'captured_on' | 'captured_not_before' | 'captured_not_after'>): string {
  return captured_on === null ? 'day not found' : spanWords(captured_on, captured_not_before, captured_not_after);
}

/** Kind and township: `Town in Laukkai township`. */
export function kindWords({ kind, township }: Pick<Place, 'kind' | 'township'>): string {
  const words = capitalised(KIND_WORDS[kind]);
  return township === null ? `${words}; township not found` : `${words} in ${township} township`;
}

/** Where it lies and how well that is known: `23.4756° N, 98.8242° E (MIMU …, point of the town)`. */
export function pointWords({
  lat,
  lon,
  coord_source,
  coord_precision,
}: Pick<Place, 'lat' | 'lon' | 'coord_source' | 'coord_precision'>): string {
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
