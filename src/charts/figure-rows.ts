import type { Cell } from '../site/datasets/serialise.ts';
import type { ChartModel, NumberTable, PlaceTable } from './types.ts';

/** A row of a figure's table by the names of its columns. Missing is `null`, never zero. */
export type FigureRow = Record<string, Cell>;

/** The rows of a figure for programs, as its CSV and its JSON hold them: in the order of its table, dates at their true precision. */
export function figureRows({ table }: ChartModel): FigureRow[] {
  const rows = table.of === 'numbers' ? numberRows(table) : placeRows(table);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : cell])),
  );
}

function numberRows(table: NumberTable): FigureRow[] {
  return table.groups.flatMap(({ label, rows }) =>
    rows.map(({ raw, ...row }) => ({
      id: row.rowId,
      group: label,
      drawn: row.drawn,
      as_of: raw.as_of,
      not_before: raw.not_before,
      not_after: raw.not_after,
      published: raw.published,
      qualifier: raw.qualifier,
      value: row.value,
      unit: row.unit,
      scope: row.scope,
      claimant: row.claimant,
      confidence: raw.confidence,
      definition: row.definition,
      source_ids: row.sources.map((source) => source.id),
      note: row.note,
    })),
  );
}

function placeRows(table: PlaceTable): FigureRow[] {
  return table.groups.flatMap(({ label, rows }) =>
    rows.map(({ raw, ...row }) => ({
      id: row.rowId,
      group: label,
      drawn: row.drawn,
      name: row.name,
      name_my: row.nameMy,
      kind: row.kind,
      state_region: row.region,
      captured_on: raw.captured_on,
      captured_not_before: raw.captured_not_before,
      captured_not_after: raw.captured_not_after,
      captor: row.captor,
      status_latest: raw.status_latest,
      status_changed_on: raw.status_changed_on,
      changed_not_before: raw.changed_not_before,
      changed_not_after: raw.changed_not_after,
      held_seen_on: raw.held_seen_on,
      trade_resumed_on: raw.trade_resumed_on,
      lat: raw.lat,
      lon: raw.lon,
      coord_precision: raw.coord_precision,
      confidence: raw.confidence,
      source_ids: row.sources.map((source) => source.id),
      note: row.note,
    })),
  );
}
