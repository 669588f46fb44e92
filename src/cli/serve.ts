import { once } from 'node:events';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, sep } from 'node:path';
import { headersOf, sealedPolicy } from '../build/hosts/headers.ts';
import { typeOf } from '../build/hosts/types.ts';
import { userError } from '../build/user-error.ts';

const HOST = '127.0.0.1';

/** A server for one folder of files, with the headers that other hosts send: no listings, nothing outside the folder, and the folder's own 404 page. */
export function siteServer(folder: string): Server {
  return createServer((request, response) => {
    respond(folder, request, response).catch((error: unknown) => {
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

async function respond(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(folder, request.url ?? '/');
  const file = found ?? (await findFile(folder, '/404.html'));
  const body = file ? await readFile(file) : Buffer.from('Not found\n');
  response.writeHead(found ? 200 : 404, {
    'Content-Type': typeOf(file ?? 'a.txt'),
    'Content-Length': body.length,
    ...(file &&
      headersOf(await addressOf(folder, file), file.endsWith('.html') ? sealedPolicy(body.toString()) : undefined)),
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

/** A file as it is named from the top of its folder. */
async function addressOf(folder: string, file: string): Promise<string> {
  return relative(await realpath(folder), file)
    .split(sep)
    .join('/');
}

function portError(error: NodeJS.ErrnoException, port: number, command: string): Error {
  if (error.code === 'EADDRINUSE')
    return userError('PORT', `${port}, which another program uses`, `a free port, for example PORT=4322 ${command}`);
  if (error.code === 'EACCES') return userError('PORT', `${port}, which this user may not open`, 'a port above 1023');
  return error;
}
