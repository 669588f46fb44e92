import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../data/ledger.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { formatId, liveIds } from '../permanent-ids/permanent-ids.ts';
import { PUBLISHED_FILE, readPublished } from '../permanent-ids/published-file.ts';
import { FORWARDS_FILE, readForwards } from '../permanent-ids/read-forwards.ts';

/** Checks the lists of published and of forwarded ids: every id that was ever published is still there, or is forwarded to one that is. */
export function checkPublished(root: string, ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  const forwards = readForwards(root, ledger, problems);
  if (!existsSync(join(root, PUBLISHED_FILE))) return problems;
  const known = new Set([...liveIds(ledger), ...forwards.map(({ old }) => old)].map(formatId));
  const gone = readPublished(root, problems).filter((entry) => !known.has(formatId(entry)));
  return [
    ...problems,
    ...gone.map((entry) => ({
      file: PUBLISHED_FILE,
      line: entry.line,
      found: `${quote(formatId(entry))}, which is no longer in the content`,
      expected: `every id that was ever published to go on working: restore it, or forward it to its successor in ${FORWARDS_FILE}`,
    })),
  ];
}
