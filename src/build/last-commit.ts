import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readText } from '../data/read-text.ts';
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

/** Lists the lines of a content file that the last commit had and that are gone since, without remarks; none where there is no repository. */
export function lostLines(root: string, file: string): string[] {
  if (!git(root, ['diff', '--name-only', '--relative', 'HEAD', '--', file]).includes(file)) return [];
  const now = new Set((readText(root, file, []) ?? '').split(/\r?\n/).map((line) => line.trim()));
  return git(root, ['show', `HEAD:./${file}`])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !now.has(line));
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
  // To ask git takes longer than to look.
  if (!isInRepository(resolve(root))) return '';
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git')) || process.env['GIT_DIR'] !== undefined) return true;
  return dirname(folder) !== folder && isInRepository(dirname(folder));
}
