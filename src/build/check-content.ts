import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readForwards } from '../site/permanent-ids/redirects.ts';
import { warnings } from '../data/checks/check-rows.ts';
import type { Ledger } from '../data/ledger.ts';
import { readLedger } from '../data/load.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { lintNumbers } from '../data/checks/number-lint/lint-numbers.ts';
import { checkProse } from '../site/checks/check-prose.ts';

/** What a check that found nothing wrong can tell. */
export interface Verdict {
  ledger: Ledger;
  /** Oddities that stop nothing. */
  warnings: string[];
}

/**
 * Checks everything an editor can change under `root`: rows, cards, prose and typed numbers.
 * @throws ContentError with every problem found, if there is any.
 */
export function checkAll(root: string): Verdict {
  if (!existsSync(join(root, 'content'))) {
    throw new ContentError([
      { file: join(root, 'content'), found: 'no such folder', expected: "the project's root, where content lies" },
    ]);
  }
  const { ledger, problems } = readLedger(root);
  // References into rows that could not be read would only repeat the news.
  const references = problems.length === 0 ? [...checkProse(root, ledger), ...checkForwards(root, ledger)] : [];
  const found: Problem[] = [...problems, ...references, ...lintNumbers(root, rowIds(ledger))];
  if (found.length > 0) throw new ContentError(found);
  return { ledger, warnings: warnings(ledger) };
}

function checkForwards(root: string, ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  readForwards(root, ledger, problems);
  return problems;
}

function rowIds(ledger: Ledger): string[] {
  return [ledger.observations, ledger.places, ledger.events, ledger.claims].flatMap((rows) => [...rows.keys()]);
}
