import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Half of `content/`: prose in `sections/` and `record/`, or rows and cards in all the rest. */
export type ContentPart = 'prose' | 'rows';

const PROSE = [`sections${sep}`, `record${sep}`];

const signatures = new Map<string, string>();

/**
 * Names the state of one half of the content under `root`, so that results read from it can be kept until a file of that half changes.
 * A build reads the files' times once. Elsewhere they are read again in each turn of the event loop: a few times a page, and after every edit.
 */
export function contentSignature(root: string, part: ContentPart): string {
  const key = `${part}:${root}`;
  const known = signatures.get(key);
  if (known !== undefined) return known;
  const signature = modificationTimes(
    join(root, 'content'),
    (file) => PROSE.some((folder) => file.startsWith(folder)) === (part === 'prose'),
  );
  signatures.set(key, signature);
  if (process.env['NODE_ENV'] !== 'production') setImmediate(() => signatures.delete(key)).unref();
  return signature;
}

/** Lists the wanted files under a folder with the time of their last change, as one text. */
function modificationTimes(folder: string, isWanted: (file: string) => boolean): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .flatMap((file) => {
      const stats = statSync(join(folder, file), { throwIfNoEntry: false });
      return stats?.isFile() ? `${file}:${stats.mtimeMs}` : [];
    })
    .join();
}
