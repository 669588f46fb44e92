import { csvFormatRows } from 'd3';
import type { ChartModel } from './types.ts';

const HEADER = ['id', 'group', 'drawn', 'as_of', 'not_before', 'not_after', 'published', 'qualifier', 'value', 'unit', 'scope', 'claimant', 'confidence', 'definition', 'source_ids', 'note'];

/** The figure's table as comma-separated values, dates at their true precision. */
export function figureCsv(model: ChartModel): string {
  const rows = model.table.groups.flatMap(({ label, rows: group }) =>
    group.map((row) => [
      row.rowId, label, row.drawn, row.raw.as_of, row.raw.not_before, row.raw.not_after, row.raw.published, row.raw.qualifier, String(row.value),
      row.unit, row.scope, row.claimant, row.raw.confidence, row.definition, row.sources.map((source) => source.id).join(';'), row.note ?? '',
    ]),
  );
  return `${csvFormatRows([HEADER, ...rows])}\n`;
}
