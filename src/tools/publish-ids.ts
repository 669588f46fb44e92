import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAll } from '../ledger/check-all.ts';
import { LedgerError, type Problem } from '../ledger/problems.ts';
import { liveIds } from '../ledger/published.ts';
import { PUBLISHED_FILE, publishedText, readPublished, unpublished } from '../ledger/published-file.ts';
import { runTool } from './complaint.ts';
import { countNoun } from './progress.ts';

/** `npm run publish-ids`: adds the new ids of the content to the list of published ones. It never takes one away. */
await runTool(async () => {
  const root = process.cwd();
  const { ledger } = checkAll(root);
  const problems: Problem[] = [];
  const published = readPublished(root, problems);
  if (problems.length > 0) throw new LedgerError(problems);
  const added = unpublished(liveIds(ledger), published);
  writeFileSync(join(root, PUBLISHED_FILE), publishedText([...published, ...added]));
  console.log(`${PUBLISHED_FILE}: ${countNoun(added.length, 'new id')}, ${published.length + added.length} in all`);
});
