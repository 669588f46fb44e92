import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The two halves of `content/`: prose in `sections/`, rows and cards in all the rest. */
export type ContentPart = 'sections' | 'rows';

const SECTIONS = `sections${sep}`;

const signatures = new Map<string, string>();

/**
 * Names the state of one half of the content under `root`, so that what was read from it can be kept until a file of that half changes.
 * A build is of one moment and looks once. Elsewhere each turn of the event loop looks again: a few times a page, and never after an edit with old eyes.
 */
export function contentSignature(root: string, part: ContentPart): string {
  const key = `${part}:${root}`;
  const known = signatures.get(key);
  if (known !== undefined) return known;
  const signature = modificationTimes(
    join(root, 'content'),
    (file) => file.startsWith(SECTIONS) === (part === 'sections'),
  );
  signatures.set(key, signature);
  if (process.env['NODE_ENV'] !== 'production') setImmediate(() => signatures.delete(key)).unref();
  return signature;
}

/** Every wanted file under a folder, and when it was last written. */
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
