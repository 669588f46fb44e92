import { defineMiddleware } from 'astro:middleware';
import { applyEdits, readPage } from './page.ts';
import { relativeLinks } from './passes/relative-links.ts';

/** Makes addresses relative to the folder of the page in `npm run dev`, where no build goes over finished pages. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const { status, headers } = response;
  return new Response(applyEdits(html, relativeLinks(readPage(url.pathname.slice(1), html))), { status, headers });
});
