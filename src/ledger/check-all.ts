import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readForwards } from './forwards.ts';
import { warnings } from './invariants.ts';
import { readLedger, type Ledger } from './load.ts';
import { LedgerError, type Problem } from './problems.ts';
import { guardProject } from './prose-guard.ts';
import { checkProse } from './prose-refs.ts';

/** What a check that found nothing wrong can tell. */
export interface Verdict {
  ledger: Ledger;
  /** Oddities that stop nothing. */
  warnings: string[];
}

/**
 * Checks everything an editor can change under `root`: rows, cards, prose and typed numbers.
 * @throws LedgerError with every problem found, if there is any.
 */
export function checkAll(root: string): Verdict {
  if (!existsSync(join(root, 'content'))) {
    throw new LedgerError([
      { file: join(root, 'content'), found: 'no such folder', expected: "the project's root, where content lies" },
    ]);
  }
  const { ledger, problems } = readLedger(root);
  // References into rows that could not be read would only repeat the news.
  const references = problems.length === 0 ? [...checkProse(root, ledger), ...checkForwards(root, ledger)] : [];
  const found: Problem[] = [...problems, ...references, ...guardProject(root, rowIds(ledger))];
  if (found.length > 0) throw new LedgerError(found);
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
