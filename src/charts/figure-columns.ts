import type { Ledger } from '../data/ledger.ts';
import { figureRows } from './figure-rows.ts';
import type { ChartModel } from './types.ts';

/** Columns that only the files of figures have, or in which they hold more than the dataset does. */
const OWN: Record<string, string> = {
  group: 'The heading under which the table of the figure has the row.',
  drawn: 'How the picture shows the row; “not drawn” where only the table has it.',
  source_ids: 'Ids of all documents behind the row, as listed in the sources dataset; separated by semicolons.',
};

/**
 * What each column of a figure’s CSV means, in its order: mostly in the words of the dataset that its rows stand in.
 * @throws Error if a column has no words.
 */
export function figureColumns(ledger: Ledger, model: ChartModel): Record<string, string> {
  const dataset = ledger.figures.get(model.id)?.dataset ?? '';
  const theirs = ledger.cards.get(dataset)?.columns ?? {};
  return Object.fromEntries(
    Object.keys(figureRows(model)[0] ?? {}).map((column) => {
      const words = OWN[column] ?? theirs[column];
      if (words === undefined)
        throw new Error(
          `figures/${model.id}.csv: no words for the column "${column}", neither its own nor in content/data/${dataset}.yaml`,
        );
      return [column, words];
    }),
  );
}
