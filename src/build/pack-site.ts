import { statSync } from 'node:fs';
import { join } from 'node:path';
import { COPY_ENDINGS, writeCopies } from './precompress.ts';
import { SUMS_FILE, writeSums } from './checksums.ts';
import { fileSize } from '../data/format.ts';
import { listFiles } from './files.ts';
import { countNoun } from './progress.ts';

/** Writes the packed copies, if they are wished for, and last the list of all sums. @returns What was made, in a line. */
export async function packSite(folder: string, withCopies: boolean): Promise<string> {
  const made = withCopies ? await writeCopies(folder, listFiles(folder)) : null;
  const files = listFiles(folder);
  const sum = writeSums(folder, files);
  const copies =
    made === null
      ? 'no packed copies, as COPIES=none asks'
      : `${countNoun(made.files, 'text file')} also packed as ${COPY_ENDINGS.join(' ')}`;
  const bytes = files.reduce((total, file) => total + statSync(join(folder, file)).size, 0);
  return `${countNoun(files.length, 'file')}, ${fileSize(bytes)}, ${copies}; sum of ${SUMS_FILE}: ${sum}`;
}
