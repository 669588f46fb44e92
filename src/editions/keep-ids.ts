import { readForwards } from '../ledger/forwards.ts';
import type { Ledger } from '../ledger/load.ts';
import { LedgerError, type Problem } from '../ledger/problems.ts';
import { liveIds } from '../ledger/published.ts';
import { readPublished, unpublished } from '../ledger/published-file.ts';
import { forwardIds } from './forward.ts';
import { checkPublishedIds } from './published-ids.ts';

/** What became of the ids of a built site. */
export interface KeptIds {
  /** How many ids of the content are not on the list of published ones. */
  unlisted: number;
  /** The pages that only lead to another. */
  moved: string[];
}

/**
 * Has every id that was ever published work on a built site, forwarded ones at their successors.
 * @throws LedgerError if one leads nowhere.
 */
export function keepIds(folder: string, ledger: Ledger, root: string): KeptIds {
  const problems: Problem[] = [];
  const forwards = readForwards(root, ledger, problems);
  const published = readPublished(root, problems);
  if (problems.length > 0) throw new LedgerError(problems);
  const moved = forwardIds(folder, forwards);
  checkPublishedIds(folder, published);
  return { unlisted: unpublished(liveIds(ledger), published).length, moved };
}
