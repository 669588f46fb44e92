import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CHECKSUMS_FILE } from '../../build/checksums.ts';
import { userError } from '../../build/user-error.ts';

/** Description of what can be verified, for errors. */
export const VERIFIABLE = 'a folder, or an archive of one: .tar, .tar.gz, .tar.zst or .zip';

/** Limits of what an archive may unpack to. The whole site is a fiftieth of this. */
export const LIMITS = { bytes: 1_000_000_000, entries: 100_000 };

/** Size above which a list of checksums is not read. */
const MAX_LIST_BYTES = 10_000_000;

const ZIP_START = /^PK(?:\x03\x04|\x05\x06)/;
/** gzip, zstd, or the mark that a plain tar archive has behind the head of its first file. */
const TAR_START = /^\x1f\x8b|^\x28\xb5\x2f\xfd|^[^]{257}ustar/;
const START_BYTES = 262;

/** The kind of a file in what a zip archive says of it, and the kind that is a symbolic link. */
const KIND = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** Checksum of a file, or the reason why it has none. */
export type Content = { checksum: string } | { fault: string };

/** Files of a folder or an archive, with their checksums. */
export class Mirror {
  /** By name, with forward slashes. */
  readonly files = new Map<string, Content>();
  /** The texts of all lists of checksums, by name. */
  readonly lists = new Map<string, string>();
  /** Faults of the archive as a whole. */
  readonly damage: string[] = [];
  #bytes = 0;

  add(path: string, content: Content): void {
    const name = plainName(path);
    if (this.files.has(name)) this.damage.push(`${name} is in it twice, and programs differ in which one they unpack`);
    if (this.files.size >= LIMITS.entries) throw new Error(`more than ${LIMITS.entries} files, not read further`);
    this.files.set(name, content);
  }

  /** Returns a writer that takes the bytes of one file as they come. */
  receive(path: string): { write(bytes: Buffer): void; end(): void } {
    const hash = createHash('sha256');
    const isList = path.split('/').at(-1) === CHECKSUMS_FILE;
    let list = Buffer.alloc(0);
    return {
      write: (bytes) => {
        this.#bytes += bytes.length;
        if (this.#bytes > LIMITS.bytes) throw new Error(`more than ${LIMITS.bytes} bytes, not read further`);
        hash.update(bytes);
        if (isList && list.length <= MAX_LIST_BYTES) list = Buffer.concat([list, bytes]);
      },
      end: () => {
        this.add(path, { checksum: hash.digest('hex') });
        if (isList) this.lists.set(plainName(path), list.toString());
      },
    };
  }
}

/**
 * Reads a folder or an archive once, without writing anything to the disk.
 * @throws UserError if it is neither.
 */
export async function readMirror(path: string): Promise<Mirror> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw userError(
      path,
      error.code === 'ENOENT' ? 'nothing there' : `something unreadable (${error.code})`,
      VERIFIABLE,
    );
  });
  const start = found.isFile() ? await startOf(path) : '';
  const read = found.isDirectory()
    ? readFolder
    : ZIP_START.test(start)
      ? readZip
      : TAR_START.test(start)
        ? readTar
        : null;
  if (read === null) throw userError(path, 'a file that is no archive of these kinds', VERIFIABLE);
  const mirror = new Mirror();
  await read(path, mirror).catch((error: Error) => mirror.damage.push(error.message));
  return mirror;
}

/** Drops what changes nothing: `./a` is `a`. */
function plainName(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '');
}

async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readFolder(folder: string, mirror: Mirror): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isFile()) await readFile(name, createReadStream(path), mirror);
    else if (!entry.isDirectory()) mirror.add(name, { fault: 'a link or a device, not a file' });
  }
}

async function readTar(path: string, mirror: Mirror): Promise<void> {
  const { Parser } = await import('tar');
  const parser = new Parser({
    onwarn: (_code, message) => mirror.damage.push(String(message)),
    onReadEntry: (entry) => {
      const linked = entry.type === 'Link' ? mirror.files.get(plainName(entry.linkpath ?? '')) : null;
      if (entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile') {
        const file = mirror.receive(entry.path);
        entry.on('data', file.write).on('end', file.end);
      } else if (linked) mirror.add(entry.path, linked);
      else if (entry.type !== 'Directory') mirror.add(entry.path, { fault: `a ${entry.type}, not a file` });
      entry.resume();
    },
  });
  const ended = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject));
  // Awaited only at the end; an error until then must not end the program.
  ended.catch(() => undefined);
  for await (const bytes of createReadStream(path)) parser.write(bytes as Buffer);
  parser.end();
  await ended;
}

async function readZip(path: string, mirror: Mirror): Promise<void> {
  const { openPromise } = await import('yauzl');
  // Names are taken as they are: one that would leave the folder is to be reported, not to end the reading.
  const zip = await openPromise(path, { decodeStrings: false, lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = (entry.fileName as unknown as Buffer).toString();
      if (((entry.externalFileAttributes >>> 16) & KIND) === SYMBOLIC_LINK)
        mirror.add(name, { fault: 'a link, not a file' });
      else if (!name.endsWith('/')) await readFile(name, await zip.openReadStreamPromise(entry), mirror);
    }
  } finally {
    zip.close();
  }
}

async function readFile(name: string, stream: AsyncIterable<unknown>, mirror: Mirror): Promise<void> {
  const file = mirror.receive(name);
  for await (const bytes of stream) file.write(bytes as Buffer);
  file.end();
}
