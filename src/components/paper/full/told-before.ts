import { tableRows } from '../../../figures/shared/figure-tables.ts';
import type { ChartModel } from '../../../figures/shared/model.ts';

/**
 * An earlier figure of places whose table has every row of this one, so that paper need not say all of them again; null if there is none.
 * @param models All figures.
 */
export function toldBefore({ table, number }: ChartModel, models: readonly ChartModel[]): ChartModel | null {
  if (table.of !== 'places') return null;
  const idsOf = (model: Pick<ChartModel, 'table'>) => tableRows(model.table).map(({ rowId }) => rowId);
  const rows = idsOf({ table });
  return (
    models.find(
      (model) => model.number < number && model.table.of === 'places' && rows.every((id) => idsOf(model).includes(id)),
    ) ?? null
  );
}
