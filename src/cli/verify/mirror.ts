import { open, stat } from 'node:fs/promises';
import { userError } from '../../build/user-error.ts';
import { type Mirror } from './entries.ts';
import { readFolder } from './folder.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

/** What can be checked, for a complaint. */
export const CHECKABLE = 'a folder, or an archive of one: .tar, .tar.gz, .tar.zst or .zip';

/** What an archive begins with, whatever it is called. */
const ZIP = [Buffer.from('PK\x03\x04'), Buffer.from('PK\x05\x06')];
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Where a tar archive says what it is. */
const USTAR = 257;

/**
 * Opens a folder or an archive for reading.
 * @throws UserError if it is neither.
 */
export async function openMirror(path: string): Promise<Mirror> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw userError(
      path,
      error.code === 'ENOENT' ? 'nothing there' : `something that cannot be read (${error.code})`,
      CHECKABLE,
    );
  });
  if (found.isDirectory()) return readFolder(path);
  if (!found.isFile()) throw userError(path, 'neither a file nor a folder', CHECKABLE);
  const start = await startOf(path);
  const begins = (magic: Buffer) => start.subarray(0, magic.length).equals(magic);
  if (ZIP.some(begins)) return readZip(path);
  if (begins(GZIP)) return readTar(path, 'gzip');
  if (begins(ZSTD)) return readTar(path, 'zstd');
  if (start.toString('latin1', USTAR, USTAR + 5) === 'ustar') return readTar(path, 'none');
  throw userError(path, 'a file that is no archive of these kinds', CHECKABLE);
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(USTAR + 5), 0, USTAR + 5, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
