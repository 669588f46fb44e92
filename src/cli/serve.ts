import { once } from 'node:events';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, sep } from 'node:path';
import sirv from 'sirv';
import { headersOf, carriedPolicy } from '../build/hosts/headers.ts';
import { mediaTypeOf } from '../build/hosts/media-types.ts';
import { userError } from '../build/user-error.ts';

const HOST = '127.0.0.1';

type Send = ReturnType<typeof sirv>;

/** Serves a folder of files as the hosts do: with their headers, compressed where a copy lies there, no listings, nothing hidden, nothing outside the folder, and the folder's own 404 page. */
export function siteServer(folder: string): Server {
  // `dev` looks at the disk for each request, since a new build may replace the folder while it is served.
  const send = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, extensions: [] });
  return createServer((request, response) => {
    respond(folder, send, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

/** Starts listening on this machine only. @returns The port, which differs from the one asked for only if that was 0. */
export async function listen(server: Server, port: number, command = 'npm start'): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, command)));
    server.listen(port, HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Makes sure that a port can be listened on: known at once, not after a build.
 * @param command What was called, for the advice: `npm start`.
 */
export async function assertFree(port: number, command: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, command);
  probe.close();
  await once(probe, 'close');
}

async function respond(folder: string, send: Send, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(folder, request.url ?? '/');
  const file = found ?? (await findFile(folder, '/404.html'));
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  const page = file.endsWith('.html') ? await readFile(join(folder, file)) : undefined;
  const headers = { ...headersOf(file, page && carriedPolicy(page.toString())), 'Content-Type': mediaTypeOf(file) };
  if (found === null) {
    // sirv answers every file it sends with 200.
    response.writeHead(404, headers).end(request.method === 'HEAD' ? undefined : page);
    return;
  }
  response.setHeaders(new Map(Object.entries(headers)));
  request.url = `/${encodeURI(file)}`;
  send(request, response);
}

/** Finds the file that an address names, as a path from the top of the folder, or `null`; only the top folder names its `index.html`. sirv would follow links out of the folder and overlook a slash at the end. */
async function findFile(folder: string, address: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0] as string);
    const root = await realpath(folder);
    const file = await realpath(join(root, path === '/' ? 'index.html' : path));
    const name = relative(root, file).split(sep).join('/');
    // The real path has no `..` and no symbolic links left: one outside begins with `../`, which is hidden too.
    const isHidden = /(?:^|\/)\./.test(name);
    const isFile = !/.\/$/.test(path) && (await stat(file)).isFile();
    return isFile && !isHidden ? name : null;
  } catch {
    return null;
  }
}

function portError(error: NodeJS.ErrnoException, port: number, command: string): Error {
  if (error.code === 'EADDRINUSE')
    return userError('PORT', `${port}, which another program uses`, `a free port, for example PORT=4322 ${command}`);
  if (error.code === 'EACCES') return userError('PORT', `${port}, which this user may not open`, 'a port above 1023');
  return error;
}
