import type { FigureCard } from '../schemas/figure.ts';
import type { Place } from '../schemas/place.ts';
import type { Ledger } from './load.ts';

/** The places that a figure draws or lists, in the order of its card. */
export function placesShown(
  ledger: Ledger,
  { places, places_listed }: Pick<FigureCard, 'places' | 'places_listed'>,
): Place[] {
  return [...places, ...places_listed].flatMap(({ rows }) => rows).flatMap((id) => ledger.places.get(id) ?? []);
}
