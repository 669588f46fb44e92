import type { APIContext } from 'astro';
import { robotsTxt } from '../site/sitemap.ts';

/** Writes robots.txt: what robots may fetch. */
export function GET({ site }: APIContext): Response {
  return new Response(robotsTxt(site?.href));
}
