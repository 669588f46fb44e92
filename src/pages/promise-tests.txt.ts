import { readPromises } from '../site/promises.ts';

/** Writes the tests of the promises to readers as plain text, word for word as they are run. */
export function GET(): Response {
  return new Response(readPromises(process.cwd()).tests, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
