import { readForwards } from '../site/permanent-ids/redirects.ts';
import type { Ledger } from '../data/ledger.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { liveIds } from '../site/permanent-ids/ids.ts';
import { readPublished, unpublished } from '../site/permanent-ids/published-file.ts';
import { forwardIds } from './redirects.ts';
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
 * @throws ContentError if one leads nowhere.
 */
export function keepIds(folder: string, ledger: Ledger, root: string): KeptIds {
  const problems: Problem[] = [];
  const forwards = readForwards(root, ledger, problems);
  const published = readPublished(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  const moved = forwardIds(folder, forwards);
  checkPublishedIds(folder, published);
  return { unlisted: unpublished(liveIds(ledger), published).length, moved };
}
