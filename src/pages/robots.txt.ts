import type { APIContext } from 'astro';
import { robotsTxt } from '../site/sitemap.ts';

/** What robots may fetch. */
export function GET({ site }: APIContext): Response {
  return new Response(robotsTxt(site?.href));
}
