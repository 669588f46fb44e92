import { createReadStream } from 'node:fs';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { type Entry, LIMITS, type Mirror, nothing } from './entries.ts';

/** How an archive is packed as a whole. */
export type Packing = 'none' | 'gzip' | 'zstd';

const BLOCK = 512;
/** What an entry may say of the next one: its long name, its attributes. */
const MOST_META = 1_000_000;

/** What POSIX and GNU tar say with the letter in a header. */
const FILES = ['', '0', '7'];
const FOLDERS = ['5', 'D'];

/** The head of an entry. */
interface Head {
  name: string;
  link: string;
  size: number;
  type: string;
}

/** The files of a tar archive, in its order. Nothing is written to the disk. */
export function readTar(path: string, packing: Packing): Mirror {
  const damage: string[] = [];
  return { entries: entriesOf(unpacked(path, packing), damage), damage };
}

/** @param damage Receives what keeps the archive from being read to its end. */
export async function* entriesOf(chunks: AsyncIterable<Buffer>, damage: string[]): AsyncGenerator<Entry> {
  const bytes = new Bytes(chunks);
  let said: Partial<Head> = {};
  try {
    for (let block = await bytes.take(BLOCK); block.some((byte) => byte !== 0); block = await bytes.take(BLOCK)) {
      const head = { ...readHead(block), ...said };
      const padding = (BLOCK - (head.size % BLOCK)) % BLOCK;
      if (['x', 'g', 'L', 'K'].includes(head.type)) {
        if (head.size > MOST_META) throw new Error(`a header of ${head.size} bytes`);
        const told = readMeta(head.type, await bytes.take(head.size));
        said = { ...said, ...told };
        await bytes.skip(padding);
        continue;
      }
      said = {};
      const left = { size: head.size };
      if (!FOLDERS.includes(head.type) && !head.name.endsWith('/')) yield entryOf(head, bytes, left);
      await bytes.skip(left.size + padding);
    }
  } catch (error) {
    damage.push((error as Error).message);
  } finally {
    await bytes.close();
  }
}

function entryOf({ name, type, link }: Head, bytes: Bytes, left: { size: number }): Entry {
  if (FILES.includes(type)) return { name, read: () => bytes.piecesOf(left) };
  if (type === '1') return { name, sameAs: link, read: nothing };
  return {
    name,
    oddity: type === '2' ? `a link to ${JSON.stringify(link)}` : 'neither a file nor a folder',
    read: nothing,
  };
}

function readHead(block: Buffer): Head {
  const text = (from: number, to: number) => cut(block.subarray(from, to));
  const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (sum !== readNumber(block.subarray(148, 156))) throw new Error('what should be the head of a file is none');
  const prefix = text(257, 263) === 'ustar' ? text(345, 500) : '';
  return {
    name: (prefix === '' ? '' : `${prefix}/`) + text(0, 100),
    link: text(157, 257),
    size: readNumber(block.subarray(124, 136)),
    type: text(156, 157),
  };
}

/** Octal digits; GNU tar writes what is too large for them as bytes. */
function readNumber(field: Buffer): number {
  const isBytes = ((field[0] as number) & 0x80) !== 0;
  const value = isBytes
    ? Number(BigInt(`0x${field.toString('hex')}`) & ((1n << BigInt(field.length * 8 - 1)) - 1n))
    : Number.parseInt(cut(field).trim() || '0', 8);
  return sizeOf(value);
}

function sizeOf(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('a head without a size');
  return value;
}

/** What a header of its own says of the entry after it. */
function readMeta(type: string, bytes: Buffer): Partial<Head> {
  if (type === 'L') return { name: cut(bytes) };
  if (type === 'K') return { link: cut(bytes) };
  const said: Partial<Head> = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, space));
    if (space < 0 || !Number.isInteger(length) || length < 1 || at + length > bytes.length)
      throw new Error('a header that cannot be read');
    const [key, ...value] = bytes.toString('utf8', space + 1, at + length - 1).split('=');
    if (type === 'x' && key === 'path') said.name = value.join('=');
    if (type === 'x' && key === 'linkpath') said.link = value.join('=');
    if (type === 'x' && key === 'size') said.size = sizeOf(Number(value.join('=')));
    at += length;
  }
  return said;
}

function cut(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** Takes bytes off a stream in portions of its own. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #met = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes at once. */
  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.piecesOf({ size })) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async skip(size: number): Promise<void> {
    const left = { size };
    while (left.size > 0) await this.#next(left);
  }

  /** So many bytes as they come. `left` counts down, so that one who breaks off leaves the rest to be skipped. */
  async *piecesOf(left: { size: number }): AsyncGenerator<Buffer> {
    while (left.size > 0) yield await this.#next(left);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(left: { size: number }): Promise<Buffer> {
    if (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next();
      if (done) throw new Error(`it ends ${left.size} bytes too early`);
      this.#rest = value;
      this.#met += this.#rest.length;
      if (this.#met > LIMITS.all)
        throw new Error(`it unpacks to more than ${LIMITS.all} bytes and was not read further`);
    }
    const piece = this.#rest.subarray(0, left.size);
    this.#rest = this.#rest.subarray(piece.length);
    left.size -= piece.length;
    return piece;
  }
}

function unpacked(path: string, packing: Packing): AsyncIterable<Buffer> {
  const file = createReadStream(path);
  if (packing === 'none') return file as AsyncIterable<Buffer>;
  const unpack = packing === 'gzip' ? createGunzip() : createZstdDecompress();
  file.on('error', (error) => unpack.destroy(error));
  unpack.on('close', () => file.destroy());
  return file.pipe(unpack) as AsyncIterable<Buffer>;
}
