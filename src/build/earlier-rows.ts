import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { OBSERVATION_FILES } from '../data/ledger.ts';

/** Returns the value of each published number in the last commit, by id, for the files that differ from it; none where there is no repository. */
export function committedNumbers(root: string): Map<string, number> {
  const files = OBSERVATION_FILES.map((name) => `content/data/${name}.csv`);
  const changed = git(root, ['diff', '--name-only', '--relative', 'HEAD', '--', ...files]);
  const rows = changed
    .split('\n')
    .filter((file) => files.includes(file))
    .flatMap((file) => readRows(git(root, ['show', `HEAD:./${file}`])));
  return new Map(
    rows.flatMap(({ id, value }) => (id && value && Number.isFinite(Number(value)) ? [[id, Number(value)]] : [])),
  );
}

function readRows(text: string): { id?: string; value?: string }[] {
  try {
    return parse(text, { columns: true, relax_column_count: true, bom: true });
  } catch {
    // A broken file that was committed tells nothing about the present one.
    return [];
  }
}

/** Returns what git prints; nothing where there is no git, no repository or no commit. */
function git(root: string, args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
