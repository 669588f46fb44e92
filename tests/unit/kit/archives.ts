import { crc32, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { Header } from 'tar';

/** One entry of an archive that a test makes by hand, as no honest program would. */
export interface ArchiveEntry {
  name: string;
  content?: string | Buffer;
  /** What it is in a tar archive, if not a file. */
  type?: 'Link' | 'SymbolicLink';
  linkpath?: string;
}

const BLOCK = 512;

/** Kinds of archives, each with a function that makes one. */
export const ARCHIVES = {
  'site.tar': makeTar,
  'site.tar.gz': (entries: readonly ArchiveEntry[]) => gzipSync(makeTar(entries)),
  'site.tar.zst': (entries: readonly ArchiveEntry[]) => zstdCompressSync(makeTar(entries)),
  'site.zip': makeZip,
};

function makeTar(entries: readonly ArchiveEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = 'File' as const, linkpath }) => {
    const bytes = Buffer.from(content);
    const head = Buffer.alloc(BLOCK);
    new Header({ path: name, size: bytes.length, type, linkpath, mode: 0o644 }).encode(head);
    return [head, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function makeZip(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '' } of entries) {
    const bytes = Buffer.from(content);
    const compressed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(compressed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, named, compressed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, named]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
