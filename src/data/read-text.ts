import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from './errors.ts';

/** Largest file that is read, in bytes: the ledger is edited by hand and read whole. */
export const MAX_BYTES = 5_000_000;

/** Folder of everything an editor may change; a file in it may not be a link that leads out of it. */
export const CONTENT_FOLDER = 'content';

type Fault = Pick<Problem, 'found' | 'expected'>;

/**
 * Reads a text file of the project, or records why it cannot be read and returns `null`. It never waits for a pipe, and follows no link that
 * leads out of `content/`, or, for other files, out of the root.
 */
export function readText(root: string, file: string, problems: Problem[]): string | null {
  const result = readBytes(root, file);
  const text = 'bytes' in result ? decode(result.bytes) : result;
  if (typeof text === 'string') return text;
  problems.push({ file, ...text });
  return null;
}

function readBytes(root: string, file: string): { bytes: Buffer } | Fault {
  try {
    const outside = findWayOut(root, file);
    if (outside !== null) return outside;
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    const handle = openSync(join(root, file), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile()) return { found: describeKind(stats), expected: 'a file' };
      if (stats.size > MAX_BYTES) return { found: `${stats.size} bytes`, expected: `at most ${MAX_BYTES}` };
      return { bytes: readFileSync(handle) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { found: FAULTS[code ?? ''] ?? message, expected: 'a readable file' };
  }
}

/** Words for the codes of faults of the file system. */
const FAULTS: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'a file that this user may not read',
  ELOOP: 'a link that leads back to itself',
  ENXIO: 'a socket',
  ENOTDIR: 'a file in the place of its folder',
};

/** Lists the files of one ending in a folder, in order; hidden ones, which systems leave there, are none of the content. */
export function listFolder(root: string, folder: string, ending: string, problems: Problem[]): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
      .sort();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = FOLDER_FAULTS[code ?? ''] ?? message;
    problems.push({ file: folder, found, expected: `a folder of ${ending} files`, lost: 'all' });
    return [];
  }
}

const FOLDER_FAULTS: Record<string, string> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'a file in the place of a folder',
  EACCES: 'a folder that this user may not read',
  ELOOP: 'a link that leads back to itself',
};

/** Finds out whether a path leads out of the folder it seems to be in. */
function findWayOut(root: string, file: string): Fault | null {
  const folder = file.startsWith(`${CONTENT_FOLDER}/`) ? CONTENT_FOLDER : '';
  const home = join(realpathSync.native(root), folder);
  const real = realpathSync.native(join(root, file));
  return real.startsWith(home + sep)
    ? null
    : {
        found: `a link that leads to ${real}`,
        expected: `a file, or a link to one ${folder === '' ? 'in the project' : `in ${folder}/`}`,
      };
}

/** Describes what stands in the place of a file. */
export function describeKind(stats: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Returns the text of a file, or why it is none. */
function decode(bytes: Buffer): string | Fault {
  const expected = 'UTF-8 text';
  if (bytes.includes(0)) return { found: `a NUL byte at offset ${bytes.indexOf(0)}`, expected };
  if (bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK))
    return { found: 'a byte-order mark before the text', expected: 'UTF-8 text without one: save it as plain UTF-8' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { found: 'bytes that are not UTF-8', expected };
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
