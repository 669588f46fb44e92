import type { APIContext } from 'astro';
import { feedXml } from '../site/feed.ts';
import { ledger } from '../data/load.ts';

/** Writes the history as a feed. It names the site by its address, so without one there is none: an answer without a body becomes no file. */
export function GET({ site }: APIContext): Response {
  if (site === undefined) return new Response(null, { status: 404 });
  return new Response(feedXml(ledger(), process.cwd(), site.href), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
}
