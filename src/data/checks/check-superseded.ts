import type { Located } from '../csv.ts';
import type { Problem } from '../errors.ts';
import type { Ledger } from '../ledger.ts';
import { lastDay } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { ContentPassage } from './content-passages.ts';
import { quoteAround } from './number-lint/find-numbers.ts';
import { lineAt } from './number-lint/passages.ts';
import { FILES } from './report.ts';

type Row = Located<Observation>;

/** Words that call a count the newest there is. */
const LAST =
  /\b(?:last|latest|newest|most recent|so far|since then|nothing (?:later|newer)|only rounded)\b(?!(?: \w+){0,4} before\b)/giu;
/** Signs that the words follow the rows by themselves. */
const COMPUTED = /\{latest:|<Latest\b/;

/**
 * Reports places that call a count the last, if a row that the last commit did not have is newer: in cards that draw the series, in paragraphs that name a row of it, and in its rows.
 * @param earlier Numbers of the last commit by the id of their row, for the files that differ from it.
 * @param linesOf Returns the lines of a content file, in which rows are named by their ids.
 */
export function findSuperseded(
  ledger: Ledger,
  passages: readonly ContentPassage[],
  earlier: ReadonlyMap<string, number>,
  linesOf: (file: string) => readonly string[],
): Problem[] {
  const rows = [...ledger.observations.values()].filter(({ confidence }) => confidence !== 'low');
  const changed = new Set(rows.filter(({ id }) => earlier.has(id)).map(({ file }) => file));
  const added = rows.filter(({ id, file }) => changed.has(file) && !earlier.has(id));
  return added.flatMap((newer) => {
    const older = rows.filter((row) => row !== newer && kindOf(row) === kindOf(newer));
    if (older.length === 0 || older.some((row) => dayOf(row) >= dayOf(newer))) return [];
    const ids = new Set(older.map(({ id }) => id));
    const cards = [...ledger.figures.values()]
      .filter(({ lines, dots }) => [...lines, ...dots].some(({ rows: drawn }) => drawn.some((id) => ids.has(id))))
      .map(({ id }) => FILES.figure(id));
    const speaksOf = (passage: ContentPassage) => {
      const source = sourceOf(passage, linesOf);
      if (COMPUTED.test(source)) return false;
      if (passage.file === newer.file) return ids.has(source.split(',')[0] ?? '');
      return cards.includes(passage.file) || (source.match(/[A-Za-z][\w-]*/g) ?? []).some((id) => ids.has(id));
    };
    return passages
      .filter(({ text }) => text.search(LAST) >= 0)
      .filter(speaksOf)
      .flatMap((passage) => [...passage.text.matchAll(LAST)].map((match) => toProblem(passage, match, newer)));
  });
}

function toProblem(passage: ContentPassage, { 0: found, index }: RegExpExecArray, newer: Row): Problem {
  const line = lineAt(passage, index);
  return {
    file: passage.file,
    ...(line === undefined ? {} : { line }),
    ...(passage.field === undefined ? {} : { field: passage.field }),
    found: `"${found}" in “${quoteAround(passage.text, { index, found })}”, and ${newer.id} of ${newer.as_of} is newer`,
    expected: 'words that are still true, or {latest:…} and <Latest />, which follow the rows',
  };
}

function sourceOf(passage: ContentPassage, linesOf: (file: string) => readonly string[]): string {
  const [first = 1, last = first] = [lineAt(passage, 0), lineAt(passage, passage.text.length - 1)];
  return linesOf(passage.file)
    .slice(first - 1, last)
    .join('\n');
}

function kindOf({ series, scope_id, claimant_id }: Row): string {
  return [series, scope_id, claimant_id].join(' ');
}

function dayOf({ as_of }: Row): string {
  return lastDay(as_of ?? '0000');
}
