import { csvText } from '../site/datasets/serialise.ts';
import { figureRows } from './figure-rows.ts';
import type { ChartModel } from './types.ts';

/** The figure's table as comma-separated values. Title, sources, the day of the data and what each column means stand in the JSON and the plain text beside it, so that the header is the first line. */
export function figureCsv(model: ChartModel): string {
  const rows = figureRows(model);
  return csvText(
    Object.keys(rows[0] ?? {}),
    rows.map((row) => Object.values(row)),
  );
}
