import { csvFormatRows } from 'd3';
import type { ChartModel, NumberTable, PlaceTable } from './types.ts';

const NUMBERS = ['id', 'group', 'drawn', 'as_of', 'not_before', 'not_after', 'published', 'qualifier', 'value', 'unit', 'scope', 'claimant', 'confidence', 'definition', 'source_ids', 'note'];

/** The figure's table as comma-separated values, dates at their true precision. */
export function figureCsv({ table }: ChartModel): string {
  return `${csvFormatRows(table.of === 'numbers' ? numberRows(table) : placeRows(table))}\n`;
}

function numberRows(table: NumberTable): string[][] {
  const rows = table.groups.flatMap(({ label, rows: group }) =>
    group.map((row) => [
      row.rowId, label, row.drawn, row.raw.as_of, row.raw.not_before, row.raw.not_after, row.raw.published, row.raw.qualifier, String(row.value),
      row.unit, row.scope, row.claimant, row.raw.confidence, row.definition, row.sources.map((source) => source.id).join(';'), row.note ?? '',
    ]),
  );
  return [NUMBERS, ...rows];
}

const PLACES = ['id', 'group', 'drawn', 'name', 'name_my', 'kind', 'state_region', 'captured_on', 'captured_not_before', 'captured_not_after', 'captor', 'status_latest', 'status_changed_on', 'changed_not_before', 'changed_not_after', 'held_seen_on', 'lat', 'lon', 'coord_precision', 'confidence', 'source_ids', 'note'];

function placeRows(table: PlaceTable): string[][] {
  const rows = table.groups.flatMap(({ label, rows: group }) =>
    group.map(({ raw, ...row }) => [
      row.rowId, label, row.drawn, row.name, row.nameMy, row.kind, row.region, raw.captured_on, raw.captured_not_before, raw.captured_not_after, row.captor,
      raw.status_latest, raw.status_changed_on, raw.changed_not_before, raw.changed_not_after, raw.held_seen_on, raw.lat, raw.lon, raw.coord_precision, raw.confidence,
      row.sources.map((source) => source.id).join(';'), row.note,
    ].map((cell) => String(cell ?? ''))),
  );
  return [PLACES, ...rows];
}
