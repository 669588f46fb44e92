import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { warnings } from '../data/checks/check-rows.ts';
import type { Ledger } from '../data/ledger.ts';
import { readLedger } from '../data/load.ts';
import { ContentError, describeProblem, type Problem } from '../data/errors.ts';
import { isContentFolder, listContentFiles } from '../data/content-files.ts';
import { checkTexts, shortenTexts, straightQuotes, withoutTextFollowUps } from '../data/checks/check-texts.ts';
import { FILES } from '../data/checks/report.ts';
import { checkWhatIsThere, withoutFollowUps } from '../data/follow-ups.ts';
import { CONTENT_FOLDER, readText } from '../data/read-text.ts';
import { changedNumbers, correctedNumbers, findOldNumbers } from '../data/checks/check-old-numbers.ts';
import { factorsOfTen } from '../data/checks/check-fact-slips.ts';
import { findSuperseded } from '../data/checks/check-superseded.ts';
import { undrawnRows } from '../data/checks/check-undrawn-rows.ts';
import { findLoadedWords } from '../data/checks/check-loaded-words.ts';
import { findLaterDates } from '../data/checks/check-typed-dates.ts';
import { contentPassages, type ContentPassage } from '../data/checks/content-passages.ts';
import { committedNumbers, lostLines } from './last-commit.ts';
import { lintNumbers } from '../data/checks/number-lint/lint-numbers.ts';
import { checkFigures } from '../figures/check-figures.ts';
import { changesHold } from '../site/checks/check-changes.ts';
import { findNearNames } from '../site/checks/check-names.ts';
import { unknownDays } from '../site/checks/check-prose-dates.ts';
import { uncitedParagraphs } from '../site/checks/check-paragraphs.ts';
import { readProse } from '../data/record.ts';
import { checkProse } from '../site/checks/check-prose.ts';
import { PUBLISHED_FILE } from '../site/permanent-ids/published-file.ts';
import { checkPublished } from '../site/checks/check-published.ts';
import { unusedLines } from '../site/number-entries.ts';
import { readPromises } from '../site/promises.ts';
import { readShortForm } from '../data/short-form.ts';
import { checkContentLetters } from './pdf/check-letters.ts';
import { checkCards } from './pictures/check-cards.ts';

/** Result of a check that found nothing wrong. */
export interface CheckResult {
  ledger: Ledger;
  /** Oddities that do not stop a build. */
  warnings: string[];
}

interface Findings {
  ledger: Ledger;
  problems: Problem[];
  /** Problems of reading rows, whether they are shown or not: they tell what could not be read. */
  rows: Problem[];
  /** Text files of the content. */
  files: string[];
  passages: ContentPassage[];
}

/**
 * Checks everything an editor can change under `root`: files, texts, rows, cards, prose and typed numbers.
 * @throws ContentError with every problem found, if there is any.
 */
export function checkContent(root: string): CheckResult {
  return resultOf(root, findProblems(root));
}

/** Returns what may be an oversight in the words of the content. */
function textWarnings(root: string, ledger: Ledger, passages: readonly ContentPassage[]): Problem[] {
  const earlier = committedNumbers(root);
  // Faults of reading have been reported.
  const prose = readProse(root, []);
  return [
    ...factorsOfTen(ledger, earlier),
    ...findOldNumbers(passages, [...changedNumbers(ledger, earlier), ...correctedNumbers(ledger)]),
    ...findSuperseded(ledger, passages, earlier, (file) => (readText(root, file, []) ?? '').split('\n')),
    ...findNearNames(ledger, passages),
    ...undrawnRows(ledger, wordsWithIds(root, ledger)),
    ...uncitedParagraphs(prose),
    ...unknownDays(ledger, prose),
  ];
}

/** Returns the text of everything that may name a row by its id. */
function wordsWithIds(root: string, ledger: Ledger): string {
  const prose = readProse(root, []).map(({ mdx }) => mdx.text);
  const cards = [ledger.figures, ledger.keyNumbers, ledger.derivations, ledger.casualties, ledger.briefs].flatMap(
    (kind) => [...(kind as Map<string, object>).values()],
  );
  return [...prose, JSON.stringify([ledger.site, ...cards])].join('\n');
}

/**
 * Checks everything that `checkContent` does, and that every figure can be drawn, every section has its short form and every card holds its words.
 * @throws ContentError with every problem found, if there is any.
 */
export function checkSite(root: string): CheckResult {
  const findings = findProblems(root);
  const { ledger, problems } = findings;
  const isWhole = problems.length === 0;
  problems.push(
    ...checkWhatIsThere(isWhole, () => checkFigures(ledger, [...problems, ...findings.rows])),
    ...problemsOf(() => readShortForm(root)),
    ...problemsOf(() => readPromises(root)),
    ...checkWhatIsThere(isWhole, () => unusedLines(ledger, root)),
  );
  // A card is set from the words of its work and drawn from its figure, so both must be sound.
  if (problems.length === 0) problems.push(...checkCards(ledger, root), ...checkContentLetters(root, findings.files));
  return resultOf(root, findings);
}

function findProblems(root: string): Findings {
  if (!existsSync(join(root, CONTENT_FOLDER)))
    throw noContent(root, 'no such folder', "the project's root, where content lies");
  if (!isContentFolder(root)) throw noContent(root, 'a link, or no folder', 'a folder');
  const strangers: Problem[] = [];
  const files = listContentFiles(root, strangers);
  const texts = checkTexts(root, files);
  const { ledger, problems: rows } = readLedger(root);
  const isWhole = rows.length === 0;
  const check = (what: () => Problem[]) => withoutFollowUps(rows, checkWhatIsThere(isWhole, what));
  const inFiles = new Set(rows.map(({ file }) => file));
  const references = [
    // The newest entry, or the version, may be what could not be read.
    ...(inFiles.has(FILES.changes) || inFiles.has(FILES.site) ? [] : check(() => changesHold(ledger))),
    ...check(() => checkProse(root, ledger, isWhole)),
    ...check(() => checkPublished(root, ledger)),
    ...lostLines(root, PUBLISHED_FILE).map((line) => ({
      file: PUBLISHED_FILE,
      found: `no “${line}”, which the last commit had`,
      expected: 'every id that was ever published to stay in the list',
    })),
  ];
  const numbers = withoutFollowUps(rows, lintNumbers(root, rowIds(ledger)));
  const passages = contentPassages(root, ledger);
  const words = [
    ...findLoadedWords(root, passages),
    // The newest source may be a row that could not be read.
    ...(inFiles.has(FILES.sources) || inFiles.has(FILES.site) ? [] : findLaterDates(passages, ledger.site.dataDate)),
  ];
  const others = withoutTextFollowUps(texts, [...rows, ...references, ...numbers, ...words]);
  return { ledger, files, passages, rows, problems: [...strangers, ...shortenTexts(texts), ...others] };
}

function noContent(root: string, found: string, expected: string): ContentError {
  return new ContentError([{ file: join(root, CONTENT_FOLDER), found, expected }]);
}

function resultOf(root: string, { ledger, problems, files, passages }: Findings): CheckResult {
  // A file that is read for several checks says the same thing to each.
  const found = [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
  if (found.length > 0) throw new ContentError(found);
  return {
    ledger,
    warnings: [
      ...warnings(ledger),
      ...textWarnings(root, ledger, passages).map(describeProblem),
      ...straightQuotes(root, files),
    ],
  };
}

function rowIds(ledger: Ledger): string[] {
  return [ledger.observations, ledger.places, ledger.events, ledger.claims].flatMap((rows) => [...rows.keys()]);
}

/** Returns the problems that reading some files throws. */
function problemsOf(read: () => unknown): Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return [...error.problems];
    throw error;
  }
}
