import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { userError, UserError } from './user-error.ts';

/** Folders of a build: where it grows, where it ends up, and where the previous site waits during the exchange. */
export interface BuildFolders {
  /** Bears the number of the process, so that two builds at once do not write into one folder. */
  fresh: string;
  live: string;
  old: string;
}

/** Meanings of the system's error codes about a folder. */
const MEANINGS: Record<string, [found: string, expected: string]> = {
  EACCES: ['a folder that this user may not write to', 'one that may be written to and renamed'],
  EPERM: ['a folder that the system does not let go of', 'one that may be renamed and that no program holds open'],
  EROFS: ['a disk that can only be read', 'one that can be written to'],
  EBUSY: ['a disk or folder that is mounted there, or held open', 'a plain folder; copy the site to a mounted one'],
  ENOSPC: ['a full disk', 'room for a second site beside the one that is there'],
};

/** Names the folders of a build that ends up in `live`. */
export function buildFolders(live: string): BuildFolders {
  return { fresh: `${live}.next-${process.pid}`, live, old: `${live}.old-${process.pid}` };
}

/**
 * Begins a build. Clears what killed ones left behind; a site that was caught half-way through the exchange is put back. What would
 * keep the site from its place at the end is better said before minutes of work than after.
 * @throws UserError if there is something else than a folder in that place, and errors of the system.
 */
export function beginBuild(folders: BuildFolders): void {
  const { fresh, live } = folders;
  clearLeftovers(live);
  if (lstatSync(live, { throwIfNoEntry: false })?.isDirectory() === false)
    throw userError(live, 'a file or a link', 'a folder, or nothing');
  if (existsSync(live)) accessSync(live, constants.W_OK);
  mkdirSync(fresh);
  // Also where the build fails; one that is killed leaves its folder to the next.
  process.once('exit', () => remove(fresh));
}

/**
 * Puts the finished build in the place of the one before.
 * @throws Error if the system does not let go of that one, which then stays where it was.
 */
export function swapIn({ fresh, live, old }: BuildFolders): void {
  if (existsSync(live)) renameSync(live, old);
  try {
    renameSync(fresh, live);
  } catch (error) {
    if (existsSync(old)) renameSync(old, live);
    throw error;
  }
  remove(old);
}

/** Returns an error of the system as a user error that says what to do; any other error as it is. */
export function systemError(error: unknown, place: string): unknown {
  if (error instanceof UserError) return error;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const meaning = MEANINGS[code];
  return meaning === undefined ? error : userError(path ?? place, ...meaning);
}

function clearLeftovers(live: string): void {
  const name = basename(live);
  for (const entry of existsSync(dirname(live)) ? readdirSync(dirname(live)) : []) {
    const [, kind, pid] = /^\.(next|old)-(\d+)$/.exec(entry.startsWith(name) ? entry.slice(name.length) : '') ?? [];
    if (kind === undefined || isOther(Number(pid))) continue;
    const path = join(dirname(live), entry);
    if (kind === 'old' && !existsSync(live)) renameSync(path, live);
    else remove(path);
  }
}

/** Removes a folder; one that cannot be removed is in nobody's way. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    console.warn(`${path} could not be removed (${(error as Error).message}); it is no longer needed.`);
  }
}

/** Tells whether a process is at work that is not this one. */
function isOther(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
