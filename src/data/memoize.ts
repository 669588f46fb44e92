import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Wraps a function of an object so that its result is computed once and kept as long as the object. The object must not change in the meantime. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Value;
  };
}

/**
 * Wraps a function of a file’s text so that the result is kept until that file has another text: several checks read the same files, and of a
 * project that is edited, or copied, most stay as they were. The result is shared and must not be changed.
 */
export function memoizeByText<Value>(
  compute: (text: string, file: string) => Value,
): (text: string, file: string) => Value {
  const known = new Map<string, { text: string; value: Value }>();
  return (text, file) => {
    const last = known.get(file);
    if (last?.text === text) return last.value;
    const value = compute(text, file);
    known.set(file, { text, value });
    return value;
  };
}

/** Wraps a function of an object and of the prose under a project's root, so that its result is kept until the prose changes. */
export function memoizeByRoot<Key extends object, Value>(
  compute: (key: Key, root: string) => Value,
): (key: Key, root: string) => Value {
  const byRoot = memoize((_key: Key) => new Map<string, { signature: string; value: Value }>());
  return (key, root) => {
    const known = byRoot(key);
    const signature = contentSignature(root, 'prose');
    const last = known.get(root);
    if (last?.signature === signature) return last.value;
    const value = compute(key, root);
    known.set(root, { signature, value });
    return value;
  };
}

/** Half of `content/`: prose in `sections/` and `record/`, or rows and cards in all the rest. */
type ContentPart = 'prose' | 'rows';

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
