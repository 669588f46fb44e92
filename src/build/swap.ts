import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { userError } from './user-error.ts';

/** Where a build grows, where it ends up, and where the one before waits during the exchange. */
export interface BuildFolders {
  /** In the project, since what draws the pages looks for its packages from there. */
  fresh: string;
  /** Beside `live`, so that the exchange is one step of the system: another folder only where `dist` is a link. */
  staged: string;
  live: string;
  old: string;
  /** Says which process is building. */
  lock: string;
}

/** The folders of a build that ends up in `live`. Where that is a link, the folder it leads to is exchanged, since a server may read that one by its own name. */
export function buildFolders(live: string): BuildFolders {
  const real = endOfLinks(live);
  return { fresh: `${live}.next`, staged: `${real}.next`, live: real, old: `${real}.old`, lock: `${real}.lock` };
}

/**
 * Begins a build: no other may run at the same time. Clears what a killed one left behind; a site caught half-way through the exchange is put back.
 * @throws UserError if another build is at work, or if the folder is one that cannot be exchanged.
 */
export function beginBuild(folders: BuildFolders): void {
  const { fresh, staged, live, old, lock } = folders;
  takeLock(lock);
  if (!existsSync(live) && existsSync(old)) renameSync(old, live);
  rmSync(old, { recursive: true, force: true });
  for (const left of [fresh, staged]) rmSync(left, { recursive: true, force: true });
  if (existsSync(live) && !statSync(live).isDirectory())
    throw userError(live, 'a file', 'a folder, a link to one, or nothing');
  // Better said before minutes of work than after.
  if (existsSync(live) && statSync(live).dev !== statSync(dirname(live)).dev) throw mounted(live);
}

/**
 * Puts the finished build in the place of the one before.
 * @throws UserError if the system does not let go of that one, which then stays where it was.
 */
export function swapIn({ fresh, staged, live, old, lock }: BuildFolders): void {
  if (staged !== fresh) move(fresh, staged);
  if (existsSync(live)) exchange(live, old, live);
  try {
    exchange(staged, live, live);
  } catch (error) {
    if (existsSync(old)) renameSync(old, live);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
  rmSync(lock, { force: true });
}

/** Moves a folder, also to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

function exchange(from: string, to: string, live: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EBUSY' || code === 'EXDEV'
      ? mounted(live)
      : code === 'EPERM' || code === 'EACCES'
        ? userError(
            live,
            'a folder that the system does not let go of',
            'one that may be renamed and that no program holds open',
          )
        : error;
  }
}

function mounted(live: string): Error {
  return userError(
    live,
    'a disk or folder that is mounted there, and cannot be exchanged in one go',
    'a plain folder, or a link to one: build beside it and copy the result over',
  );
}

function endOfLinks(path: string): string {
  const links = new Set<string>();
  let end = path;
  while (lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    if (links.has(end)) throw userError(path, 'a link that leads to itself', 'a folder, a link to one, or nothing');
    links.add(end);
    end = resolve(dirname(end), readlinkSync(end));
  }
  return end;
}

/** The lock of a process that is no longer there holds nobody up. */
function takeLock(lock: string): void {
  const mine = String(process.pid);
  try {
    writeFileSync(lock, mine, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = readFileSync(lock, 'utf8').trim();
    if (holder !== mine && isRunning(Number(holder)))
      throw userError(
        lock,
        `another build at work (process ${holder})`,
        'it to be over; if that is no build, remove this file',
      );
    rmSync(lock, { force: true });
    writeFileSync(lock, mine, { flag: 'wx' });
  }
  if (held.size === 0) process.on('exit', releaseLocks);
  held.add(lock);
}

/** Locks that this process has taken. */
const held = new Set<string>();

/** Also where a build fails; one that is killed leaves its lock to the next. */
function releaseLocks(): void {
  for (const lock of held)
    if (existsSync(lock) && readFileSync(lock, 'utf8') === String(process.pid)) rmSync(lock, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
