import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeChecksums } from '../../../src/build/checksums.ts';
import { listFiles } from '../../../src/build/files.ts';
import { ARCHIVES, type ArchiveEntry } from './archives.ts';
import { write } from './project.ts';
import { tempFolder } from './temp.ts';

/** Writes a small site with its checksums, as the build leaves it. */
export function smallSite(): string {
  const folder = tempFolder();
  write(folder, 'index.html', '<p>All of it.');
  write(folder, 's/china.html', '<p>On China.');
  write(folder, 's/losses.html', '<p>On losses.');
  write(folder, 'data/facts.csv', 'id,value\nA01,12\n');
  writeChecksums(folder, listFiles(folder));
  return folder;
}

/** Reads the files of a folder as the entries of an archive, each name behind `prefix`. */
export function entriesOf(folder: string, prefix = ''): ArchiveEntry[] {
  return listFiles(folder).map((name) => ({ name: prefix + name, content: readFileSync(join(folder, name)) }));
}

/** Writes an archive into a folder of its own. @returns Its path. */
export function writeArchive(kind: keyof typeof ARCHIVES, entries: readonly ArchiveEntry[]): string {
  const path = join(tempFolder(), kind);
  writeFileSync(path, ARCHIVES[kind](entries));
  return path;
}

/** Copies a site, for a test to spoil. */
export function copyOf(site: string): string {
  const folder = tempFolder();
  cpSync(site, folder, { recursive: true });
  return folder;
}
