import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Entry, type Mirror, nothing } from './entries.ts';

/** The files of a folder, in the order of their names. */
export function readFolder(folder: string): Mirror {
  return { entries: entriesIn(folder, ''), damage: [] };
}

async function* entriesIn(root: string, under: string): AsyncGenerator<Entry> {
  const found = await readdir(join(root, under), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (found instanceof Error) {
    yield { name: under, oddity: `a folder that cannot be read (${found.code})`, read: nothing };
    return;
  }
  for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = under + entry.name;
    const path = join(root, name);
    const read = () => createReadStream(path) as AsyncIterable<Buffer>;
    if (entry.isDirectory()) yield* entriesIn(root, `${name}/`);
    else if (entry.isFile()) yield { name, read };
    else if (entry.isSymbolicLink())
      yield (await leadsInside(root, path))
        ? { name, read }
        : { name, oddity: 'a link to something that is not a file of this folder', read: nothing };
    else yield { name, oddity: 'neither a file nor a folder', read: nothing };
  }
}

async function leadsInside(root: string, path: string): Promise<boolean> {
  try {
    const target = await realpath(path);
    return target.startsWith((await realpath(root)) + sep) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}
