import { readdirSync } from 'node:fs';
import type { APIContext } from 'astro';
import { dayAddress, figureAddress, sectionAddress } from '../site/addresses.ts';
import { ledger } from '../data/load.ts';
import { numberPages } from '../site/citable-pages.ts';
import { searchablePages, sitemapXml } from '../site/sitemap.ts';

/** Writes the list of pages for search engines. It names them by the address of the site, so without one there is none, as with the feed. */
export function GET({ site }: APIContext): Response {
  if (site === undefined) return new Response(null, { status: 404 });
  const single = readdirSync('src/pages').flatMap((name) =>
    /^[^[]+\.astro$/.test(name) ? [name.replace(/astro$/, 'html')] : [],
  );
  const pages = [
    ...single,
    ...ledger().sectionIds.map((id) => sectionAddress({ id })),
    ...[...ledger().figures.keys()].map((id) => figureAddress({ id })),
    ...[...ledger().briefs.keys()].map((id) => dayAddress({ id })),
    ...numberPages(ledger()).map(({ address }) => address),
  ];
  return new Response(sitemapXml(ledger(), searchablePages(pages), site.href), {
    headers: { 'Content-Type': 'application/xml' },
  });
}
