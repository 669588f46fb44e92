import { datasetAddress } from './addresses.ts';
import { csvText, type Cell } from './csv-text.ts';
import type { CardId } from './dataset-ids.ts';
import { datasetCard, ledgerRows } from './datasets.ts';
import { jsonText } from './json-text.ts';
import type { Ledger } from './load.ts';

/** One row of a dataset by the names of its columns. Missing is `null`, never zero. */
export type DatasetRow = Record<string, unknown>;

/** The columns of a dataset as its files hold them: those that its card describes, and no others. */
export function datasetColumns(ledger: Ledger, id: CardId): string[] {
  return Object.keys(datasetCard(ledger, id).columns);
}

/** The rows of a dataset, from the checked ledger, with the columns that its card describes. */
export function datasetRows(ledger: Ledger, id: CardId): DatasetRow[] {
  const columns = datasetColumns(ledger, id);
  return ledgerRows(ledger, id).map((row) =>
    Object.fromEntries(columns.map((column) => [column, (row as DatasetRow)[column] ?? null])),
  );
}

/** A dataset as comma-separated values. */
export function datasetCsv(ledger: Ledger, id: CardId): string {
  const columns = datasetColumns(ledger, id);
  return csvText(
    columns,
    datasetRows(ledger, id).map((row) => columns.map((column) => cellOf(row[column]))),
  );
}

/**
 * A dataset as JSON, its card beside its rows.
 * @param site Where the site is published, with a slash at its end, if that is known.
 */
export function datasetJson(ledger: Ledger, id: CardId, site: string | undefined): string {
  const { title, what, row, unit, columns, origin, licence, caveats, missing, last_data } = datasetCard(ledger, id);
  const { version } = ledger.site;
  const address = site === undefined ? {} : { address: site + datasetAddress({ id }) };
  return jsonText({
    id,
    title,
    what,
    row,
    unit,
    licence,
    origin,
    caveats,
    missing,
    last_data,
    version,
    ...address,
    columns,
    rows: datasetRows(ledger, id),
  });
}

/** A value of a row as one cell: what has parts of its own is put into words. */
export function cellOf(value: unknown): Cell {
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : inWords(item as NameOrSize)))
    : (value as Cell);
}

/** An item of a list that has parts: a name in another script, or a size with its sources. */
type NameOrSize = { text: string; lang?: string; note?: string; sources?: readonly string[] };

function inWords({ text, lang, note, sources }: NameOrSize): string {
  const aside = [lang, note].filter(Boolean).join(', ');
  return [text, aside && `(${aside})`, sources && `[${sources.join(', ')}]`].filter(Boolean).join(' ');
}
