import { csvFormatRows } from 'd3';

/** Content of one cell of a downloaded table. `null` is an empty cell: never zero, never a word. */
export type Cell = string | number | boolean | null | readonly string[];

/** Separator of the items of a list within one cell. */
const LIST_SEPARATOR = '; ';

/** Advice for readers of our CSV files. They have no byte order mark: Frictionless and other readers take it for part of the first column’s name. */
export const CSV_HELP =
  'The CSV files are in Unicode (UTF-8) without a byte order mark, which some programs would take for part of the first column’s name. Opened in Excel with a double click, names in Burmese or Chinese and curly quotes come out broken: import the file there with Data, From Text/CSV, and choose Unicode (UTF-8).';

/** Beginnings that make a spreadsheet read a text as a formula; the last four are wide forms that some keyboards type. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Writes a table as comma-separated values: a header, then rows, each cell safe in a spreadsheet. */
export function formatCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${csvFormatRows([header.map(formatCell), ...rows.map((row) => row.map(formatCell))])}\n`;
}

/** Returns the text of a cell: lists joined, booleans as yes or no, `null` as nothing. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'object' ? cell.join(LIST_SEPARATOR) : String(cell);
}

/** Writes one cell for a CSV file, in which no text can run as a formula. */
export function formatCell(cell: Cell): string {
  return escapeFormula(cellText(cell));
}

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. A plain number stays as it is. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Writes a value as a JSON file: a line for each field, so that two versions of a file can be compared. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
