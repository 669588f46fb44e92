import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readForwards } from '../site/permanent-ids/redirects.ts';
import { warnings } from '../data/checks/check-rows.ts';
import type { Ledger } from '../data/ledger.ts';
import { readLedger } from '../data/load.ts';
import { ContentError, describeProblem, type Problem } from '../data/errors.ts';
import { changedNumbers, correctedNumbers, findOldNumbers } from '../data/checks/check-old-numbers.ts';
import { undrawnRows } from '../data/checks/check-undrawn-rows.ts';
import { contentPassages } from '../data/checks/content-passages.ts';
import { committedNumbers } from './earlier-rows.ts';
import { lintNumbers } from '../data/checks/number-lint/lint-numbers.ts';
import { checkFigures } from '../figures/check-figures.ts';
import { changesHold } from '../site/checks/check-changes.ts';
import { findNearNames } from '../site/checks/check-names.ts';
import { uncitedParagraphs } from '../site/checks/check-paragraphs.ts';
import { readSections } from '../data/sections.ts';
import { checkProse } from '../site/checks/check-prose.ts';
import { readPromises } from '../site/promises.ts';
import { readShortForm } from '../data/short-form.ts';

/** Result of a check that found nothing wrong. */
export interface CheckResult {
  ledger: Ledger;
  /** Oddities that do not stop a build. */
  warnings: string[];
}

/**
 * Checks everything an editor can change under `root`: rows, cards, prose and typed numbers.
 * @throws ContentError with every problem found, if there is any.
 */
export function checkContent(root: string): CheckResult {
  if (!existsSync(join(root, 'content'))) {
    throw new ContentError([
      { file: join(root, 'content'), found: 'no such folder', expected: "the project's root, where content lies" },
    ]);
  }
  const { ledger, problems } = readLedger(root);
  // References into rows that could not be read would only repeat those problems.
  const references =
    problems.length === 0 ? [...changesHold(ledger), ...checkProse(root, ledger), ...checkForwards(root, ledger)] : [];
  const found: Problem[] = [...problems, ...references, ...lintNumbers(root, rowIds(ledger))];
  if (found.length > 0) throw new ContentError(found);
  return { ledger, warnings: [...warnings(ledger), ...textWarnings(root, ledger).map(describeProblem)] };
}

/** Returns what may be an oversight in the words of the content. */
function textWarnings(root: string, ledger: Ledger): Problem[] {
  const passages = contentPassages(root, ledger);
  const old = [...changedNumbers(ledger, committedNumbers(root)), ...correctedNumbers(ledger)];
  return [
    ...findOldNumbers(passages, old),
    ...findNearNames(ledger, passages),
    ...undrawnRows(ledger, wordsWithIds(root, ledger)),
    // Faults of reading have been reported.
    ...uncitedParagraphs(readSections(root, [])),
  ];
}

/** Returns the text of everything that may name a row by its id. */
function wordsWithIds(root: string, ledger: Ledger): string {
  const sections = readSections(root, []).map(({ mdx }) => mdx.text);
  const cards = [ledger.figures, ledger.keyNumbers, ledger.derivations, ledger.casualties].flatMap((kind) => [
    ...(kind as Map<string, object>).values(),
  ]);
  return [...sections, JSON.stringify([ledger.site, ...cards])].join('\n');
}

function checkForwards(root: string, ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  readForwards(root, ledger, problems);
  return problems;
}

function rowIds(ledger: Ledger): string[] {
  return [ledger.observations, ledger.places, ledger.events, ledger.claims].flatMap((rows) => [...rows.keys()]);
}

/**
 * Checks everything that `checkContent` does, and then that every figure can be drawn and every section has its short form.
 * @throws ContentError with every problem found, if there is any.
 */
export function checkSite(root: string): CheckResult {
  const result = checkContent(root);
  const problems = [
    ...checkFigures(result.ledger),
    ...problemsOf(() => readShortForm(root)),
    ...problemsOf(() => readPromises(root)),
  ];
  if (problems.length > 0) throw new ContentError(problems);
  return result;
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
