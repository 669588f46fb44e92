import { datasetAddress } from '../addresses.ts';
import { type Cell, formatCsv, formatJson } from './serialise.ts';
import { columnChecks, datasetCard, lastData, ledgerRows } from '../../data/datasets.ts';
import type { Ledger, CardId } from '../../data/ledger.ts';
import { z } from 'astro/zod';
import { dateOrUnknown, count, isoDate, optionalDate, optionalDegrees, yesNo } from '../../data/schemas/fields.ts';

/** Row of a dataset by the names of its columns. Missing is `null`, never zero. */
export type DatasetRow = Record<string, unknown>;

/** Lists the columns of a dataset's files: those that its card describes, and no others. */
function datasetColumns(ledger: Ledger, id: CardId): string[] {
  return Object.keys(datasetCard(ledger, id).columns);
}

/** Returns the rows of a dataset, from the checked ledger, with the columns that its card describes. */
export function datasetRows(ledger: Ledger, id: CardId): DatasetRow[] {
  const columns = datasetColumns(ledger, id);
  return ledgerRows(ledger, id).map((row) =>
    Object.fromEntries(columns.map((column) => [column, (row as DatasetRow)[column] ?? null])),
  );
}

/** Writes a dataset as comma-separated values. */
export function datasetCsv(ledger: Ledger, id: CardId): string {
  const columns = datasetColumns(ledger, id);
  return formatCsv(
    columns,
    datasetRows(ledger, id).map((row) => columns.map((column) => toCell(row[column]))),
  );
}

/**
 * Writes a dataset as JSON, its card beside its rows.
 * @param site Address of the site, with a slash at its end, if that is known.
 */
export function datasetJson(ledger: Ledger, id: CardId, site: string | undefined): string {
  const { title, what, row, unit, columns, origin, licence, caveats, missing } = datasetCard(ledger, id);
  const { version } = ledger.site;
  const address = site === undefined ? {} : { address: site + datasetAddress({ id }) };
  return formatJson({
    id,
    title,
    what,
    row,
    unit,
    licence,
    origin,
    caveats,
    missing,
    last_data: lastData(ledger, id),
    version,
    ...address,
    columns,
    rows: datasetRows(ledger, id),
  });
}

/** Turns a value of a row into one cell: items with parts of their own become words. */
export function toCell(value: unknown): Cell {
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : formatNameOrSize(item as NameOrSize)))
    : (value as Cell);
}

/** Item of a list that has parts: a name in another script, or a size with its sources. */
type NameOrSize = { text: string; lang?: string; note?: string; sources?: readonly string[] };

function formatNameOrSize({ text, lang, note, sources }: NameOrSize): string {
  const aside = [lang, note].filter(Boolean).join(', ');
  return [text, aside && `(${aside})`, sources && `[${sources.join(', ')}]`].filter(Boolean).join(' ');
}

/** Column in the terms of the Table Schema standard. */
export interface Field {
  name: string;
  type: 'string' | 'number' | 'boolean';
  description: string;
  trueValues?: string[];
  falseValues?: string[];
  constraints?: {
    required?: true;
    unique?: true;
    enum?: string[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
  };
}

/** Pattern of dates, which keep the precision of their source, so that no type for days fits them. */
const DATE = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';

/** Describes the columns of a dataset: type and limits from the schema that its rows passed, words from its card. */
export function datasetFields(ledger: Ledger, id: CardId): Field[] {
  const checks = columnChecks(id);
  return Object.entries(datasetCard(ledger, id).columns).map(([name, description]) =>
    toField(name, description, checks[name] as z.ZodType),
  );
}

function toField(name: string, description: string, check: z.ZodType): Field {
  const must = {
    // An unknown date is blank in what is handed out.
    ...(isRequired(check) && check !== dateOrUnknown && { required: true as const }),
    ...(name === 'id' && { unique: true as const }),
  };
  const field = (rest: Partial<Field>, limits: Field['constraints'] = {}): Field => {
    const constraints = { ...must, ...limits };
    return { name, type: 'string', description, ...rest, ...(Object.keys(constraints).length > 0 && { constraints }) };
  };
  if (check === isoDate || check === optionalDate || check === dateOrUnknown) return field({}, { pattern: DATE });
  if (check === count) return field({ type: 'number' }, { minimum: 0 });
  if (check === optionalDegrees) return field({ type: 'number' }, { minimum: -180, maximum: 180 });
  if (check === yesNo || check instanceof z.ZodBoolean)
    return field({ type: 'boolean', trueValues: ['yes'], falseValues: ['no'] });
  if (check instanceof z.ZodEnum) return field({}, { enum: check.options.map(String) });
  return field({});
}

/** Returns true if a cell may not be blank. A column of an editor's card may be left out; a cell of a file may be empty. */
function isRequired(check: z.ZodType): boolean {
  if (check instanceof z.ZodArray) return !check.safeParse([]).success;
  return !check.safeParse(undefined).success && !check.safeParse('').success;
}
