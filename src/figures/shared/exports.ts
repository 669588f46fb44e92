import { type Cell, formatCsv, formatJson } from '../../site/datasets/serialise.ts';
import type { ChartModel, JudgementRow, NumberRow, PlaceRow, Table } from './model.ts';
import type { Ledger } from '../../data/ledger.ts';
import { figureAddress } from '../../site/addresses.ts';
import { reuseOfFigure } from '../../site/reuse.ts';

/** A row of a figure's table by the names of its columns. Missing is `null`, never zero. */
export type FigureRow = Record<string, Cell>;

/** Returns the rows of a figure for programs, as its CSV and its JSON hold them: in the order of its table, dates at their true precision. */
export function figureRows({ table }: ChartModel): FigureRow[] {
  return rowsOf(table).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : cell])),
  );
}

function rowsOf(table: Table): FigureRow[] {
  switch (table.of) {
    case 'numbers':
      return rowsWith(table.groups, numberCells);
    case 'places':
      return rowsWith(table.groups, placeCells);
    case 'judgements':
      return rowsWith(table.groups, judgementCells);
  }
}

/** Puts the cells of each row between those that rows of every kind have. */
function rowsWith<Row extends NumberRow | PlaceRow | JudgementRow>(
  groups: readonly { label: string; rows: readonly Row[] }[],
  cellsOf: (row: Row) => FigureRow,
): FigureRow[] {
  return groups.flatMap(({ label, rows }) =>
    rows.map((row) => ({
      id: row.rowId,
      group: label,
      drawn: row.drawn,
      ...cellsOf(row),
      source_ids: row.sources.map((source) => source.id),
      note: row.note,
    })),
  );
}

function numberCells({ raw, ...row }: NumberRow): FigureRow {
  return {
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
  };
}

function placeCells({ raw, ...row }: PlaceRow): FigureRow {
  return {
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
  };
}

function judgementCells({ raw, ...row }: JudgementRow): FigureRow {
  return {
    date: raw.date,
    date_note: raw.date_note,
    who: raw.who,
    affiliation: raw.affiliation,
    leaning: raw.leaning,
    assessment: row.judgement,
    telling: raw.telling ? 'yes' : 'no',
  };
}

/** Columns that only the files of figures have, or in which they hold more than the dataset does. */
const OWN: Record<string, string> = {
  group: 'The heading under which the table of the figure has the row.',
  drawn: 'How the picture shows the row; “not drawn” where only the table has it.',
  source_ids: 'Ids of all documents behind the row, as listed in the sources dataset; separated by semicolons.',
};

/**
 * Returns the meaning of each column of a figure’s CSV, in its order: mostly in the words of the dataset that its rows stand in.
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

/** Writes the figure's table as comma-separated values. Title, sources, the day of the data and what each column means stand in the JSON and the plain text beside it, so that the header is the first line. */
export function figureCsv(model: ChartModel): string {
  const rows = figureRows(model);
  return formatCsv(
    Object.keys(rows[0] ?? {}),
    rows.map((row) => Object.values(row)),
  );
}

/**
 * Writes a figure’s words, rows, columns and sources for programs; of its CSV, the file that says what it is.
 * @param site Where the site is published, with a slash at its end, if that is known.
 */
export function figureJson(ledger: Ledger, model: ChartModel, site: string | undefined): string {
  const { id, number, title, subtitle, summary: finding, notes, asOf } = model;
  const { version, licence } = ledger.site;
  return formatJson({
    id,
    number,
    title,
    subtitle,
    finding,
    notes,
    asOf,
    version,
    licence: { ...licence, reuse: reuseOfFigure(ledger, id) },
    ...(site === undefined ? {} : { address: site + figureAddress({ id }) }),
    columns: figureColumns(ledger, model),
    rows: figureRows(model),
    sources: documentsBehind(ledger, model),
  });
}

/** Returns the documents behind the rows, then those of what lies under the picture. */
function documentsBehind(ledger: Ledger, model: ChartModel) {
  const ids = [...model.sources.map((source) => source.id), ...(ledger.figures.get(model.id)?.base_sources ?? [])];
  return [...new Set(ids)].flatMap((id) => {
    const source = ledger.sources.get(id);
    return source
      ? [
          {
            id,
            publisher: source.publisher,
            title: source.title,
            published: source.published,
            published_note: source.published_note,
            url: source.url,
            read: source.read,
            weak: source.weak,
          },
        ]
      : [];
  });
}
