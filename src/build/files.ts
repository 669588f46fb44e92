import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Lists every file under a folder, as sorted relative paths with forward slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Lists the HTML pages under a folder, as `listFiles` does. */
export function listPages(folder: string): string[] {
  return listFiles(folder).filter((file) => file.endsWith('.html'));
}
