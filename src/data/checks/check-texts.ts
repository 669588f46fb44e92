import { parseRecords } from '../csv.ts';
import type { Problem } from '../errors.ts';
import { readText } from '../read-text.ts';
import { findTextFaults } from '../text-faults.ts';

/** Faults of one kind that are shown of one file; a file that was decoded twice has hundreds. */
const SHOWN = 3;

interface TextLine {
  line: number;
  field?: string;
  text: string;
}

/**
 * Checks the characters of every text of these files: cells, keys, values, prose and remarks alike.
 * @param files Paths from the root; what cannot be read is reported where it is read for its meaning.
 */
export function checkTexts(root: string, files: readonly string[]): Problem[] {
  return files
    .filter((file) => !file.endsWith('.json'))
    .flatMap((file) => {
      const text = readText(root, file, []);
      return text === null ? [] : textProblems(file, text);
    });
}

/** Lists the faults of the characters of one file, of each kind the first few, and how many more there are. */
function textProblems(file: string, text: string): Problem[] {
  const kinds = new Map<string, Problem[]>();
  for (const { text: line, ...place } of linesOf(file, text))
    for (const { kind, found, expected } of findTextFaults(line))
      kinds.set(kind, [...(kinds.get(kind) ?? []), { file, ...place, found, expected }]);
  return [...kinds.values()].flatMap((problems) => {
    const [next] = problems.slice(SHOWN);
    return next === undefined
      ? problems
      : [
          ...problems.slice(0, SHOWN),
          { ...next, found: `${next.found}, and ${problems.length - SHOWN - 1} more of the kind below` },
        ];
  });
}

function linesOf(file: string, text: string): TextLine[] {
  if (file.endsWith('.csv')) return cellLines(file, text);
  return text.split(/\r?\n/).map((line, index): TextLine => {
    const field = /^\s*(?:- )?["']?(\w+)["']?:(?:\s|$)/.exec(line)?.[1];
    return { line: index + 1, ...(field !== undefined && { field }), text: line };
  });
}

function cellLines(file: string, text: string): TextLine[] {
  const [header, ...records] = parseRecords(text, file, []);
  return [header, ...records].flatMap((record, row) => {
    let line = record?.line ?? 1;
    return (record?.cells ?? []).flatMap((cell, column) => {
      const field = row === 0 ? undefined : header?.cells[column];
      const lines = cell.split(/\r?\n/).map((part, index) => ({
        line: line + index,
        ...(field !== undefined && { field }),
        text: part,
      }));
      line += lines.length - 1;
      return lines;
    });
  });
}

/** Lists straight quotes and apostrophes in prose, where the style of the house is curly. */
export function straightQuotes(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const lines = (readText(root, file, []) ?? '').split('\n').flatMap((line, index) => {
        const words = line.replace(/<[^>]*>/g, '').replace(/^[\w -]+: ['"]|['"]$/g, '');
        return /\p{L}'\p{L}|(?:^|\s)["']\p{L}|\p{L}["'](?=[\s.,;:]|$)/u.test(words) ? [index + 1] : [];
      });
      return lines.length === 0
        ? []
        : [`${file}: straight quotes or apostrophes on line ${lines.join(', ')}; curly ones are meant: “ ” ‘ ’`];
    });
}
