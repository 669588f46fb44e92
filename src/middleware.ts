import { defineMiddleware } from 'astro:middleware';
import { relativeLinks } from './build/relative-links.ts';
import { writeStyles } from './layouts/page-styles.ts';
import { homeInText } from './site/editions.ts';

/** Where the sections of the text edition lie. */
const TEXT_FOLDER = '/t/';

/**
 * Components write every address as seen from the top of the site, and name their style sheets when they are rendered;
 * a whole page then gets its addresses as seen from its folder, and the styles of what it holds.
 */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  locals.styles = new Set();
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const depth = url.pathname.split('/').length - 2;
  const homeOf = url.pathname.startsWith(TEXT_FOLDER) ? homeInText : undefined;
  const rendered = await response.text();
  const page = depth < 1 ? rendered : relativeLinks(rendered, depth, homeOf);
  return new Response(locals.layoutStyles ? writeStyles(page, locals.layoutStyles, locals.styles) : page, {
    status: response.status,
    headers: response.headers,
  });
});
