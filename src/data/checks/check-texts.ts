import { parseRecords } from '../csv.ts';
import type { Problem } from '../errors.ts';
import { memoizeByText } from '../memoize.ts';
import { readText } from '../read-text.ts';
import { findTextFaults } from '../text-faults.ts';
import { findOpenQuotation, findWordFaults } from '../word-faults.ts';

/** Faults of one kind that are shown of one file; a file that was decoded twice has hundreds. */
const SHOWN = 3;

interface TextLine {
  line: number;
  field?: string;
  text: string;
}

/** Problem of the characters of a text, with its sort. */
export interface TextProblem extends Problem {
  kind: string;
}

/**
 * Checks the characters of every text of these files: cells, keys, values, prose and remarks alike.
 * @param files Paths from the root; what cannot be read is reported where it is read for its meaning.
 */
export function checkTexts(root: string, files: readonly string[]): TextProblem[] {
  return files
    .filter((file) => !file.endsWith('.json'))
    .flatMap((file) => faultsIn(readText(root, file, []) ?? '', file));
}

const faultsIn = memoizeByText((text, file): readonly TextProblem[] => {
  // In YAML a sentence may go on in the next line.
  const isWhole = !file.endsWith('.yaml');
  return linesOf(file, text).flatMap(({ text: line, ...place }) =>
    [...findTextFaults(line), ...findWordFaults(line), ...(isWhole ? findOpenQuotation(line) : [])].map((fault) => ({
      file,
      ...place,
      ...fault,
    })),
  );
});

/** Shortens a list: of each kind in each file the first few, and how many more there are. */
export function shortenTexts(problems: readonly TextProblem[]): Problem[] {
  const kinds = Map.groupBy(problems, ({ file, kind }) => `${file} ${kind}`);
  return [...kinds.values()].flatMap((alike) => {
    const rest = alike.length - SHOWN;
    return alike
      .slice(0, rest > 1 ? SHOWN : alike.length)
      .map((problem, index) =>
        rest > 1 && index === SHOWN - 1
          ? { ...problem, expected: `${problem.expected} (the file has ${rest} more of this kind)` }
          : problem,
      );
  });
}

/** Leaves out the problems of a place whose text has a fault itself: that it is in no script or matches nothing only follows from it. */
export function withoutTextFollowUps(texts: readonly TextProblem[], problems: readonly Problem[]): Problem[] {
  const place = ({ file, line, field }: Problem) => `${file}:${line} ${field}`;
  const places = new Set(texts.map(place));
  return problems.filter((problem) => !places.has(place(problem)));
}

function linesOf(file: string, text: string): TextLine[] {
  if (file.endsWith('.csv')) return cellLines(file, text);
  return text.split(/\r?\n/).map((line, index): TextLine => {
    const field = /^\s*(?:- )?["']?(\w+)["']?:(?:\s|$)/.exec(line)?.[1];
    return { line: index + 1, ...(field !== undefined && { field }), text: line };
  });
}

function cellLines(file: string, text: string): TextLine[] {
  const [header, ...records] = parseRecords(text, file).records;
  return [header, ...records].flatMap((record, row) => {
    let line = record?.line ?? 1;
    return (record?.cells ?? []).flatMap((cell, column): TextLine[] => {
      if (cell === '') return [];
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
