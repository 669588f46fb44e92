import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';

/** How a browser may ask for each kind of copy; the first it takes is sent. */
const CODINGS: [coding: string, ending: string][] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** A server that sends the packed copies of a built site, as a real host would. For measuring only. */
export function packedServer(folder: string): Server {
  return createServer(({ url = '/', headers }, response) => {
    const name = normalize(decodeURIComponent(new URL(url, 'http://bench').pathname)).replace(/^\/+/, '');
    const path = join(folder, name);
    if (name.startsWith('..') || name === '' || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const accepted = String(headers['accept-encoding'] ?? '');
    const [coding, ending] = CODINGS.find(
      ([coding, ending]) => accepted.includes(coding) && existsSync(path + ending),
    ) ?? [undefined, ''];
    const body = readFileSync(path + ending);
    response.writeHead(200, {
      'content-type': TYPES[name.split('.').at(-1) as string] ?? 'application/octet-stream',
      'content-length': body.length,
      ...(coding !== undefined && { 'content-encoding': coding }),
    });
    response.end(body);
  });
}
