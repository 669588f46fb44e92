import type { FigureCard } from '../schemas/figure.ts';

/** The rows of a figure's table, by the ids that shared links end in: `crossings-BX01`. */
export function figureRowIds(figure: FigureCard): string[] {
  const { lines, bands, dots, table_only, places, places_listed } = figure;
  return [...lines, ...bands, ...dots, ...table_only, ...places, ...places_listed]
    .flatMap(({ rows }) => rows)
    .map((row) => `${figure.id}-${row}`);
}
