import { existsSync, renameSync, rmSync } from 'node:fs';

/** Where a build grows, where it ends up, and where the one before waits during the exchange. */
export interface BuildFolders {
  fresh: string;
  live: string;
  old: string;
}

/** Clears what a killed build left behind; a site caught half-way through the exchange is put back. */
export function clearLeftovers({ fresh, live, old }: BuildFolders): void {
  if (!existsSync(live) && existsSync(old)) renameSync(old, live);
  rmSync(old, { recursive: true, force: true });
  rmSync(fresh, { recursive: true, force: true });
}

/** Puts the finished build in the place of the one before. */
export function swapIn({ fresh, live, old }: BuildFolders): void {
  if (existsSync(live)) renameSync(live, old);
  renameSync(fresh, live);
  rmSync(old, { recursive: true, force: true });
}
