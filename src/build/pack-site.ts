import { statSync } from 'node:fs';
import { join } from 'node:path';
import { COMPRESSED_ENDINGS, precompress } from './precompress.ts';
import { CHECKSUMS_FILE, writeChecksums } from './checksums.ts';
import { formatFileSize } from '../data/format.ts';
import { listFiles } from './files.ts';
import { countNoun } from './progress.ts';

/** Writes the compressed copies, unless they are turned off, and last the list of all checksums. @returns A line that says what was made. */
export async function packSite(folder: string, withCopies: boolean): Promise<string> {
  const made = withCopies ? await precompress(folder, listFiles(folder)) : null;
  const files = listFiles(folder);
  const sum = writeChecksums(folder, files);
  const copies =
    made === null
      ? 'no compressed copies, as COPIES=none asks'
      : `${countNoun(made.files, 'text file')} also compressed as ${COMPRESSED_ENDINGS.join(' ')}`;
  const bytes = files.reduce((total, file) => total + statSync(join(folder, file)).size, 0);
  return `${countNoun(files.length, 'file')}, ${formatFileSize(bytes)}, ${copies}; sum of ${CHECKSUMS_FILE}: ${sum}`;
}
