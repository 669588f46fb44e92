import { createHash } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { extname } from 'node:path';
import { packedOf, textsOf } from '../../build/precompress.ts';
import { SUMS_FILE } from '../../build/checksums.ts';
import { EditionFinder } from './edition.ts';
import { type Entry, LIMITS } from './entries.ts';

/** What is inside a packed copy. */
export interface Unpacked {
  sum: string;
  bytes: number;
  /** The sum of its beginning, as long as the file beside it was found to be. */
  sumOfStart?: string;
}

/** What reading one file of a mirror showed. */
export interface Seen {
  name: string;
  bytes: number;
  /** Its sum, or in words why it has none. */
  sum: string | { fault: string };
  /** Which version of the site it says it is of: `1.4.0, data to 2026-06-10`. */
  edition?: string;
  /** What a packed copy holds; null if it does not unpack. */
  unpacked?: Unpacked | null;
  /** The text of a list of sums. */
  list?: Buffer;
}

/**
 * Reads a file of a mirror, piece by piece.
 * @param met The files seen so far.
 */
export async function look(entry: Entry, met: ReadonlyMap<string, Seen>): Promise<Seen> {
  const { name } = entry;
  if (entry.oddity !== undefined) return { name, bytes: 0, sum: { fault: entry.oddity } };
  if (entry.sameAs !== undefined) {
    const same = met.get(entry.sameAs);
    return same
      ? { ...same, name }
      : { name, bytes: 0, sum: { fault: `a link to ${JSON.stringify(entry.sameAs)}, which is not there` } };
  }
  const original = packedOf(name);
  const isList = name.split('/').at(-1) === SUMS_FILE;
  const hash = createHash('sha256');
  const finder = textsOf([name]).length > 0 ? new EditionFinder() : null;
  const kept: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of entry.read()) {
      bytes += piece.length;
      if (bytes > LIMITS.file)
        return { name, bytes, sum: { fault: `larger than ${LIMITS.file} bytes and not read further` } };
      hash.update(piece);
      finder?.read(piece);
      if ((isList || original !== undefined) && bytes <= LIMITS.packed) kept.push(piece);
    }
  } catch (error) {
    return { name, bytes, sum: { fault: `cannot be read (${(error as Error).message})` } };
  }
  const whole = Buffer.concat(kept);
  const seen: Seen = { name, bytes, sum: hash.digest('hex') };
  if (finder?.edition !== undefined) seen.edition = finder.edition;
  if (isList) seen.list = whole;
  if (original !== undefined)
    seen.unpacked = bytes > LIMITS.packed ? null : await unpack(whole, extname(name), met.get(original)?.bytes);
  return seen;
}

const UNPACKERS: Record<string, () => Transform> = {
  '.br': createBrotliDecompress,
  '.gz': createGunzip,
  '.zst': createZstdDecompress,
};

/** What is inside a packed copy; null if it cannot be unpacked, or has no end in sight. */
async function unpack(packed: Buffer, ending: string, startLength: number | undefined): Promise<Unpacked | null> {
  const unpacker = UNPACKERS[ending]?.();
  if (!unpacker) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  let sumOfStart: string | undefined;
  try {
    for await (const piece of Readable.from([packed]).pipe(unpacker) as AsyncIterable<Buffer>) {
      if (startLength !== undefined && bytes <= startLength && bytes + piece.length > startLength) {
        sumOfStart = hash
          .copy()
          .update(piece.subarray(0, startLength - bytes))
          .digest('hex');
      }
      bytes += piece.length;
      if (bytes > LIMITS.file) return null;
      hash.update(piece);
    }
  } catch {
    return null;
  }
  return { sum: hash.digest('hex'), bytes, ...(sumOfStart !== undefined && { sumOfStart }) };
}
