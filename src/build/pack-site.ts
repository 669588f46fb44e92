import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { formatFileSize } from '../data/format.ts';
import { CHECKSUMS_FILE, writeChecksums } from './checksums.ts';
import { listFiles } from './files.ts';
import { countNoun } from './progress.ts';

/** The endings of texts. Pictures and PDFs are compressed already. */
const TEXT_ENDINGS = ['.html', '.css', '.svg', '.csv', '.json', '.xml', '.txt', '.md', '.bib', '.ris'];

/** Where gzip writes the system it ran on, and the number that stands for none in particular. */
const GZIP_SYSTEM = 9;
const ANY_SYSTEM = 255;

/**
 * Up to so many bytes in all, each file is compressed as small as it gets. A site many times the size of this one would take
 * longer than its readers save.
 */
const THOROUGH_TO = 64_000_000;

type Compress = (bytes: Buffer, thorough: boolean) => Promise<Buffer>;

/** Compressors by the ending that their copies get. */
const FORMATS: Record<string, Compress> = {
  // As late values measure, so that the sizes on the pages are those of these files.
  '.br': (bytes, thorough) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: thorough ? 11 : 6 } }),
  '.gz': async (bytes) => {
    const compressed = await promisify(gzip)(bytes, { level: 9 });
    compressed[GZIP_SYSTEM] = ANY_SYSTEM;
    return compressed;
  },
};

/** The endings that copies add to the name of their file. */
export const COMPRESSED_ENDINGS = Object.keys(FORMATS);

/** Counts of what was compressed. */
interface Compressed {
  /** Files that have a copy. */
  files: number;
  copies: number;
}

/** Picks the files that are worth compressing. */
export function compressible(files: readonly string[]): string[] {
  return files.filter((file) => TEXT_ENDINGS.includes(extname(file)));
}

/** Writes beside each text file its compressed copies, for hosts that send them as they lie there, except where a copy would be no smaller. */
export async function precompress(folder: string, files: readonly string[]): Promise<Compressed> {
  const texts = compressible(files).map((file) => ({
    path: join(folder, file),
    size: statSync(join(folder, file)).size,
  }));
  const thorough = texts.reduce((sum, { size }) => sum + size, 0) <= THOROUGH_TO;
  const made: Compressed = { files: 0, copies: 0 };
  // The largest first, so that no core is left with it at the end while the others stand idle.
  const waiting = texts.sort((a, b) => a.size - b.size);
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { path } = next;
      const bytes = await readFile(path);
      let copies = 0;
      for (const [ending, compress] of Object.entries(FORMATS)) {
        const compressed = await compress(bytes, thorough);
        if (compressed.length >= bytes.length) continue;
        await writeFile(path + ending, compressed);
        copies += 1;
      }
      made.copies += copies;
      if (copies > 0) made.files += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return made;
}

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
