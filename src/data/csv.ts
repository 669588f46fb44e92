import { parse, CsvError } from 'csv-parse/sync';
import type { z } from 'astro/zod';
import { describeExpectation, findLengthFault, quote, type Problem } from './errors.ts';
import { markUpIn } from './mark-up.ts';
import { memoizeByText } from './memoize.ts';
import { readText } from './read-text.ts';

/** Checked row, with its file and line. */
export type Located<T> = T & { readonly line: number; readonly file: string };

/**
 * Reads one CSV file into checked rows.
 * @param root The project's root.
 * @param file Path from the root, e.g. `content/data/displacement.csv`.
 * @param schema Check of one row; its keys are the file's columns.
 * @param problems Collects the faults found; rows that fail are left out of the result.
 */
export function readCsv<S extends z.ZodObject>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Located<z.infer<S>>[] {
  const before = problems.length;
  const text = readText(root, file, problems);
  const columns = Object.keys(schema.shape);
  const { records, faults } = text === null ? { records: [], faults: [] } : parseRecords(text, file);
  problems.push(...faults.map((fault) => ({ ...fault })));
  // Of the rows behind a fault of the file nobody knows which ids they have.
  for (const problem of problems.slice(before)) problem.lost = 'all';
  if (text === null) return [];
  const header = records[0];
  if (!header) {
    if (problems.every((problem) => problem.file !== file)) {
      problems.push({ file, line: 1, found: 'an empty file', expected: `a header: ${columns.join(',')}`, lost: 'all' });
    }
    return [];
  }
  if (header.cells.join() !== columns.join()) {
    problems.push({
      file,
      line: header.line,
      found: `the header ${quote(header.cells.join(','))}`,
      expected: columns.join(','),
      lost: 'all',
    });
    return [];
  }
  if (records.length === 1 && problems.every((problem) => problem.file !== file)) {
    problems.push({ file, line: header.line, found: 'a header and no rows', expected: 'at least one row' });
  }
  return records.slice(1).flatMap(({ cells, line }) => {
    if (cells.length !== columns.length) {
      problems.push({
        file,
        line,
        found: cells.length === 1 ? '1 cell' : `${cells.length} cells`,
        expected: `${columns.length}, one for each of ${columns.join(',')}`,
        lost: cells.slice(0, 2),
      });
      return [];
    }
    const raw = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    for (const [field, text] of Object.entries(raw)) {
      const markUp = markUpIn(text);
      if (markUp) problems.push({ file, line, field, ...markUp });
      if (/^(?:[=+@]|-(?!\d+(?:\.\d+)?$))/.test(text))
        problems.push({
          file,
          line,
          field,
          found: quote(text),
          expected: 'words that a spreadsheet does not run: no =, +, - or @ at their beginning',
        });
      if (/[{}]/.test(text))
        problems.push({
          file,
          line,
          field,
          found: quote(text),
          expected: 'words without braces: a row is shown as it was typed',
        });
    }
    const tooLong = Object.entries(raw).flatMap(([field, cell]) => {
      const fault = findLengthFault(cell);
      return fault ? [{ file, line, field, ...fault }] : [];
    });
    problems.push(...tooLong);
    const result = schema.safeParse(raw);
    if (result.success) return [{ ...result.data, line, file }];
    const lost = idsOf(raw, result.error.issues);
    for (const issue of result.error.issues) {
      const field = String(issue.path[0]);
      problems.push({ file, line, field, found: quote(raw[field] ?? ''), expected: describeExpectation(issue), lost });
    }
    return [];
  });
}

/** Lists the ids of a row that failed its checks; its place on pages has a name of its own. */
function idsOf(raw: Readonly<Record<string, string>>, issues: readonly z.core.$ZodIssue[]): readonly string[] | 'all' {
  const fields = ['id', 'slug'].filter((field) => field in raw);
  if (raw['id'] === '') return 'all';
  return fields.map((field) => {
    const text = raw[field] as string;
    return issues.some(({ path }) => path[0] === field) ? `${text.charAt(0)}*` : text;
  });
}

/** Messages for csv-parse's error codes, for whoever edits the file. */
const FAULTS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text behind a closing quote',
  INVALID_OPENING_QUOTE: 'a quote inside an unquoted cell',
};

/** Cells of one record, with the line on which it begins. */
interface CsvRecord {
  cells: readonly string[];
  line: number;
}

/** Splits the text of a CSV file into records, and says what is wrong with its quotes. */
export const parseRecords = memoizeByText((text, file): { records: readonly CsvRecord[]; faults: Problem[] } => {
  const records: CsvRecord[] = [];
  // csv-parse counts a CRLF inside quotes as two lines.
  const source = text.replace(/\r\n/g, '\n');
  let lastLine = 0;
  try {
    parse(source, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\n'],
      on_record: (cells: string[], { lines }: { lines: number }) => {
        // csv-parse counts the line a record ends on; a reader looks for where it begins.
        const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
        records.push({ cells, line: lines - breaks });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines } = error as CsvError & { lines?: number };
    // An open quote is only noticed at the end of the file; the row that opened it comes after the last whole one.
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? nextFilledLine(source, lastLine) : lines;
    const found = FAULTS[code] ?? error.message.replace(/\s+/g, ' ');
    const fault = { file, ...(line === undefined ? {} : { line }), found };
    return { records, faults: [{ ...fault, expected: 'comma-separated values with quotes in pairs' }] };
  }
  return { records, faults: [] };
});

function nextFilledLine(source: string, line: number): number {
  const rest = source.split('\n').slice(line);
  return (
    line +
    1 +
    Math.max(
      0,
      rest.findIndex((text) => text !== ''),
    )
  );
}
