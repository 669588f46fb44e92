import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { writeCopies } from '../../../src/build/precompress.ts';
import { SUMS_FILE, writeSums } from '../../../src/build/checksums.ts';
import { listFiles } from '../../../src/build/files.ts';
import { tarOf, zipOf, type Packed } from './archives.ts';
import { write } from './project.ts';
import { tempFolder } from './temp.ts';

/** Long enough to be worth packing. */
const LINES = 40;

/** A page as the build writes one: words, and in the foot which version it is of. */
export function page(words: string, version = '1.4.0', date = '2026-06-10'): string {
  const lines = Array.from({ length: LINES }, (_, line) => `<p>${words}, line ${line}.`).join('');
  return `<!doctype html><title>${words}</title>${lines}<footer>Version ${version}, data to <time datetime=${date}>then</time>.`;
}

/** A small site with copies and sums, as the build leaves it. */
export async function smallSite(version?: string, date?: string): Promise<string> {
  const folder = tempFolder();
  write(folder, 'index.html', page('All of it', version, date));
  write(folder, 's/china.html', page('On China', version, date));
  write(folder, 's/losses.html', page('On losses', version, date));
  write(folder, 'data/facts.csv', `id,value\n${'A01,12\n'.repeat(LINES)}`);
  write(folder, 'briefing/one-page.pdf', '%PDF-1.7 as if');
  seal(folder, await writeCopies(folder, listFiles(folder)));
  return folder;
}

/** Writes the list of a folder’s sums anew, as a forger would. */
export function seal(folder: string, _made?: unknown): void {
  writeSums(folder, listFiles(folder));
}

/** The files of a folder as the entries of an archive, below a folder of that name if one is given. */
export function entriesOf(folder: string, top = ''): Packed[] {
  return listFiles(folder).map((name) => ({ name: top + name, content: readFileSync(join(folder, name)) }));
}

/** Each kind of archive, and how a test makes one. */
export const ARCHIVES: Record<string, (entries: readonly Packed[]) => Buffer> = {
  'site.tar': tarOf,
  'site.tar.gz': (entries) => gzipSync(tarOf(entries)),
  'site.tar.zst': (entries) => zstdCompressSync(tarOf(entries)),
  'site.zip': zipOf,
};

/** Writes an archive beside nothing else. @returns Its path. */
export function writeArchive(kind: string, entries: readonly Packed[]): string {
  const path = join(tempFolder(), kind);
  writeFileSync(path, (ARCHIVES[kind] as (entries: readonly Packed[]) => Buffer)(entries));
  return path;
}

export { SUMS_FILE };

/** A copy of a site that a test may spoil. */
export function copyOf(site: string): string {
  const folder = tempFolder();
  cpSync(site, folder, { recursive: true });
  return folder;
}
