import { defineMiddleware } from 'astro:middleware';
import { relativeLinks } from './build/relative-links.ts';
import { homeInText } from './site/editions.ts';

/** Where the sections of the text edition lie. */
const TEXT_FOLDER = '/t/';

/** Components write every address as seen from the top of the site; a page that lies in a folder gets them as seen from there. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const depth = url.pathname.split('/').length - 2;
  if (depth < 1 || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const homeOf = url.pathname.startsWith(TEXT_FOLDER) ? homeInText : undefined;
  return new Response(relativeLinks(await response.text(), depth, homeOf), {
    status: response.status,
    headers: response.headers,
  });
});
