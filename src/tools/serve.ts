import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { complain } from './complaint.ts';

const HOST = '127.0.0.1';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  // A browser runs no module of another type. What else the search engine fetches it reads as bytes.
  '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
};

/** A server for one folder of files: no listings, nothing outside the folder, and the folder's own 404 page. */
export function siteServer(folder: string): Server {
  return createServer((request, response) => {
    respond(folder, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

/** Starts listening on this machine only. @returns The port, which differs from the one asked for only if that was 0. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portComplaint(error, port)));
    server.listen(port, HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function respond(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(folder, request.url ?? '/');
  const file = found ?? (await findFile(folder, '/404.html'));
  const body = file ? await readFile(file) : Buffer.from('Not found\n');
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[file ? extname(file) : '.txt'] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The file an address names, or `null`; a folder names its `index.html`. */
async function findFile(folder: string, address: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0] as string);
    const file = await realpath(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    // The real path has no `..` and no symbolic links left, so this holds for both.
    const isInside = file.startsWith((await realpath(folder)) + sep);
    return isInside && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

function portComplaint(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return complain('PORT', `${port}, which another program uses`, 'a free port, for example PORT=4322 npm start');
  if (error.code === 'EACCES') return complain('PORT', `${port}, which this user may not open`, 'a port above 1023');
  return error;
}
