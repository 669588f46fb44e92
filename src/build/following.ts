import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../data/ledger.ts';
import { FEED_FILE, feedXml } from './feed.ts';
import { pagesToFind, robotsTxt, SITEMAP_FILE, sitemapXml } from './sitemap.ts';

/** What cannot be made where the address of the site is not known. */
export const NEEDS_ADDRESS = ['feed', 'sitemap'];

/**
 * Writes what others follow the site by: the feed and the list of pages, which name it by its address, and a word to robots.
 * @param pages All pages that a reader may be led to.
 * @param site Address of the site, with a slash at its end, if it is known.
 */
export function writeFollowing(
  folder: string,
  ledger: Ledger,
  root: string,
  pages: readonly string[],
  site: string | undefined,
): void {
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write('robots.txt', robotsTxt(site));
  if (site === undefined) return;
  const newest =
    [...ledger.changes.values()]
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ledger.site.dataDate;
  write(FEED_FILE, feedXml(ledger, root, site));
  write(SITEMAP_FILE, sitemapXml(site, pagesToFind(pages), newest));
}
