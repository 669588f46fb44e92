import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, quote, type Problem } from '../data/errors.ts';

/** Name of the list of all files with their SHA-256 checksums, in the format of `sha256sum`. */
export const CHECKSUMS_FILE = 'SHA256SUMS';

/** One line of a list of checksums: 64 digits, a space, a space or `*`, the name. */
const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/** Characters in a name that `sha256sum` would escape, and that no host should be asked for. */
const ODD = /[\\\p{Cc}]/u;

/**
 * Writes the list of checksums: every file but the list itself, in the order of their names.
 * @returns The checksum of the list, which stands for the whole site.
 * @throws ContentError if a name holds a backslash or a control character.
 */
export function writeChecksums(folder: string, files: readonly string[]): string {
  const odd = files.filter((file) => ODD.test(file));
  if (odd.length > 0)
    throw new ContentError(
      odd.map((file): Problem => ({
        file: CHECKSUMS_FILE,
        found: `a file named ${JSON.stringify(file)}`,
        expected: 'names without backslashes and line breaks',
      })),
    );
  const text = checksumsText(
    files.filter((file) => file !== CHECKSUMS_FILE).map((file) => [file, sha256(readFileSync(join(folder, file)))]),
  );
  writeFileSync(join(folder, CHECKSUMS_FILE), text);
  return sha256(text);
}

/** Formats a list of checksums as text. */
export function checksumsText(sums: Iterable<readonly [name: string, sum: string]>): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => `${sum}  ${name}\n`)
    .join('');
}

/**
 * Reads a list of checksums.
 * @param file What to call the list in an error.
 * @returns Checksums by file name.
 * @throws ContentError with every line that cannot be read or names a file again.
 */
export function parseChecksums(text: string, file: string): Map<string, string> {
  const sums = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const [, sum, listed = ''] = LINE.exec(line) ?? [];
    const name = listed.replace(/^\.\//, '');
    if (sum === undefined)
      problems.push({
        file,
        line: index + 1,
        found: quote(line.slice(0, 100)),
        expected: 'a sum of 64 digits, two spaces and a file name',
      });
    else if (sums.has(name))
      problems.push({ file, line: index + 1, found: `${quote(name)} again`, expected: 'each file once' });
    else sums.set(name, sum);
  }
  if (sums.size === 0 && problems.length === 0)
    problems.push({ file, found: 'no lines', expected: 'a line for each file' });
  if (problems.length > 0) throw new ContentError(problems);
  return sums;
}

/** Computes the SHA-256 checksum of some bytes, in hexadecimal digits. */
export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
