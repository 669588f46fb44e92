import { escapeHtml } from './html.ts';
import type { Ledger } from '../data/ledger.ts';
import { READING_COPY } from './editions.ts';

/** Address of the list of pages for search engines. */
const SITEMAP_FILE = 'sitemap.xml';

/** Lists the pages that a reader should find by searching: not the one for missing pages, no frames made for other people’s pages, and not the reading copy, which says the same. */
export function searchablePages(pages: readonly string[]): string[] {
  return pages.filter((file) => file !== '404.html' && !file.startsWith('embed/') && file !== READING_COPY);
}

/**
 * Writes the list of pages for search engines, each under the address that the page itself names as its own, and with the day of the newest
 * change: every page is built anew with it.
 * @param site Address of the site, with a slash at its end.
 */
export function sitemapXml({ changes, site: { dataDate } }: Ledger, pages: readonly string[], site: string): string {
  const days = [...changes.values()].map(({ date }) => date);
  const changed = days.sort().at(-1) ?? dataDate;
  const entries = [...pages]
    .sort()
    .map(
      (file) =>
        `<url><loc>${escapeHtml(site + (file === 'index.html' ? '' : encodeURI(file)))}</loc><lastmod>${changed}</lastmod></url>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

/** Writes robots.txt, which allows robots everything of this site; below a path of another, only what is there. */
export function robotsTxt(site: string | undefined): string {
  const path = site === undefined ? '/' : new URL(site).pathname;
  return `User-agent: *\nAllow: ${path}\n${site === undefined ? '' : `\nSitemap: ${site}${SITEMAP_FILE}\n`}`;
}
