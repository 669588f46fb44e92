import { firstDay } from './schemas/dates.ts';
import type { FigureCard, Period } from './schemas/figure.ts';
import type { Place } from './schemas/place.ts';
import type { Ledger } from './ledger.ts';

/** Lists the rows of a figure's table by the ids that shared links end in: `crossings-BX01`. */
export function figureRowIds(figure: FigureCard): string[] {
  const { lines, bands, dots, table_only, places, places_listed, judgements } = figure;
  return [...lines, ...bands, ...dots, ...table_only, ...places, ...places_listed, ...judgements]
    .flatMap(({ rows }) => rows)
    .map((row) => `${figure.id}-${row}`);
}

/** Lists the rows of a figure that the explainer shows: the lead picture leaves its own to the figure that holds them all. */
export function explainerRowIds(figure: FigureCard): string[] {
  return figure.lead ? [] : figureRowIds(figure);
}

/** Lists the places that a figure draws or lists, in the order of its card. */
export function placesShown(
  ledger: Ledger,
  { places, places_listed }: Pick<FigureCard, 'places' | 'places_listed'>,
): Place[] {
  return [...places, ...places_listed].flatMap(({ rows }) => rows).flatMap((id) => ledger.places.get(id) ?? []);
}

/**
 * Puts the ids of rows into the order of the first day that each can describe, whatever their order on a card; rows of one day keep it.
 * @param periods Days of rows that only the card tells.
 */
export function inTimeOrder(ledger: Ledger, ids: readonly string[], periods: readonly Period[] = []): string[] {
  const day = (id: string) => {
    const row = ledger.observations.get(id);
    const date = row?.not_before ?? row?.as_of ?? ledger.assessments.get(id)?.date ?? '9999';
    return periods.find((period) => period.id === id)?.from ?? firstDay(date);
  };
  return [...ids].sort((a, b) => day(a).localeCompare(day(b)));
}
