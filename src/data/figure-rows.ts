import type { FigureCard } from './schemas/figure.ts';
import type { Place } from './schemas/place.ts';
import type { Ledger } from './ledger.ts';

/** Lists the rows of a figure's table by the ids that shared links end in: `crossings-BX01`. */
export function figureRowIds(figure: FigureCard): string[] {
  const { lines, bands, dots, table_only, places, places_listed } = figure;
  return [...lines, ...bands, ...dots, ...table_only, ...places, ...places_listed]
    .flatMap(({ rows }) => rows)
    .map((row) => `${figure.id}-${row}`);
}

/** Lists the places that a figure draws or lists, in the order of its card. */
export function placesShown(
  ledger: Ledger,
  { places, places_listed }: Pick<FigureCard, 'places' | 'places_listed'>,
): Place[] {
  return [...places, ...places_listed].flatMap(({ rows }) => rows).flatMap((id) => ledger.places.get(id) ?? []);
}
