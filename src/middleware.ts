import { defineMiddleware } from 'astro:middleware';
import { writeStyles } from './layouts/page-styles.ts';

/** Gives each page the style sheets that its components named when they were rendered, and no others. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.styles = new Set();
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = await response.text();
  const { status, headers } = response;
  const { layoutStyles, styles, firstStyles } = locals;
  return new Response(layoutStyles ? writeStyles(page, layoutStyles, styles, firstStyles) : page, { status, headers });
});
