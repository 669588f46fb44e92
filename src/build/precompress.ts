import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

/** What is text by its name. Pictures, PDFs and the parts of the search index are packed already. */
const TEXTS = ['.html', '.css', '.js', '.svg', '.csv', '.json', '.xml', '.txt', '.md', '.bib', '.ris'];

/** Where gzip writes the system it ran on, and the number that stands for none in particular. */
const GZIP_SYSTEM = 9;
const ANY_SYSTEM = 255;

/**
 * Up to so many bytes in all, each file is packed as small as it gets. A site many times the size of this one would take
 * longer than its readers save.
 */
const THOROUGH_TO = 64_000_000;

type Pack = (bytes: Buffer, thorough: boolean) => Promise<Buffer>;

/** How each kind of copy is packed, by the ending that it adds. */
const PACKS: Record<string, Pack> = {
  // As `fillSizes` measures, so that the sizes on the pages are those of these files.
  '.br': (bytes, thorough) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: thorough ? 11 : 6 } }),
  '.gz': async (bytes) => {
    const packed = await promisify(gzip)(bytes, { level: 9 });
    packed[GZIP_SYSTEM] = ANY_SYSTEM;
    return packed;
  },
  // Browsers need not unpack what is packed harder: from 20 on it takes more memory than they have to give (RFC 9659).
  '.zst': (bytes, thorough) =>
    promisify(zstdCompress)(bytes, {
      params: { [constants.ZSTD_c_compressionLevel]: thorough ? 19 : 9 },
      pledgedSrcSize: bytes.length,
    }),
};

/** The endings that copies add to the name of their file. */
export const COPY_ENDINGS = Object.keys(PACKS);

/** How much was packed. */
export interface Copies {
  /** Files that have a copy. */
  files: number;
  copies: number;
}

/** The file that a name would be a packed copy of; undefined if it is none. */
export function packedOf(name: string): string | undefined {
  return COPY_ENDINGS.includes(extname(name)) ? name.slice(0, -extname(name).length) : undefined;
}

/** Which of these files are worth packing. */
export function textsOf(files: readonly string[]): string[] {
  return files.filter((file) => TEXTS.includes(extname(file)));
}

/** Writes beside each text file its copies for hosts that send such as they lie there, except where a copy would be no smaller. */
export async function writeCopies(folder: string, files: readonly string[]): Promise<Copies> {
  const texts = textsOf(files).map((file) => ({ path: join(folder, file), size: statSync(join(folder, file)).size }));
  const thorough = texts.reduce((sum, { size }) => sum + size, 0) <= THOROUGH_TO;
  const made: Copies = { files: 0, copies: 0 };
  // The largest first, so that no core is left with it at the end while the others stand idle.
  const waiting = texts.sort((a, b) => a.size - b.size);
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { path } = next;
      const bytes = await readFile(path);
      let copies = 0;
      for (const [ending, pack] of Object.entries(PACKS)) {
        const packed = await pack(bytes, thorough);
        if (packed.length >= bytes.length) continue;
        await writeFile(path + ending, packed);
        copies += 1;
      }
      made.copies += copies;
      if (copies > 0) made.files += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return made;
}
