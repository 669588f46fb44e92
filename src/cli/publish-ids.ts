import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../build/check-content.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { liveIds } from '../site/permanent-ids/permanent-ids.ts';
import {
  PUBLISHED_FILE,
  formatPublished,
  readPublished,
  findUnpublished,
} from '../site/permanent-ids/published-file.ts';
import { runTool } from '../build/user-error.ts';
import { countNoun } from '../build/progress.ts';

/** `npm run publish-ids`: adds the new ids of the content to the list of published ones. It never takes one away. */
await runTool(async () => {
  const root = process.cwd();
  const { ledger } = checkContent(root);
  const problems: Problem[] = [];
  const published = readPublished(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  const added = findUnpublished(liveIds(ledger), published);
  writeFileSync(join(root, PUBLISHED_FILE), formatPublished([...published, ...added]));
  console.log(`${PUBLISHED_FILE}: ${countNoun(added.length, 'new id')}, ${published.length + added.length} in all`);
});
