import { rowsOf } from '../../charts/table.ts';
import type { ChartModel } from '../../charts/types.ts';
import { figureModels } from '../../figures/index.ts';
import type { Ledger } from '../../ledger/load.ts';

/** An earlier figure of places whose table has every row of this one, so that paper need not say all of them again; null if there is none. */
export function toldBefore(ledger: Ledger, { table, number }: ChartModel): ChartModel | null {
  if (table.of !== 'places') return null;
  const earlier = [...ledger.figures.values()].filter((card) => card.number < number).map(({ id }) => figureModels(ledger, id)[0]);
  const rows = rowsOf(table).map(({ rowId }) => rowId);
  return earlier.find((model) => model.table.of === 'places' && rows.every((id) => rowsOf(model.table).some(({ rowId }) => rowId === id))) ?? null;
}
