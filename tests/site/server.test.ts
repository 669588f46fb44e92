import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { headersOf } from '../../src/build/hosts/headers.ts';
import { run } from '../../src/build/run.ts';
import { listen, siteServer } from '../../src/cli/serve.ts';

const box = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(box, 'site');
const server = siteServer(folder);
/** What a page of the folder says that it may load. */
const POLICY = `default-src 'none'; style-src 'none'`;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(box, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'start');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  writeFileSync(
    join(folder, 'sealed.html'),
    `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">`,
  );
  writeFileSync(join(folder, 'data/a b.csv'), 'id');
  writeFileSync(join(folder, 'data/a b.csv.gz'), gzipSync('id'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git/config'), 'secret');
  writeFileSync(join(folder, 'data/a.strange'), 'bytes');
  symlinkSync(join(box, 'secret.txt'), join(folder, 'link.txt'));
  port = await listen(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(box, { recursive: true });
});

/** Asks for exactly this path; `fetch` would tidy it up first. */
async function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> {
  const { headers, ...answer } = await askAll(path, method);
  return { ...answer, type: headers['content-type'] ?? '' };
}

function askAll(
  path: string,
  method = 'GET',
  asked: Record<string, string> = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: asked, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('gives a page with its type, also for the folder it starts', async () => {
    const page = { status: 200, type: 'text/html; charset=utf-8', body: 'start' };
    expect(await ask('/index.html')).toEqual(page);
    expect(await ask('/')).toEqual(page);
    expect(await ask('/?at=2023-11-01')).toEqual(page);
  });

  it('gives a data file with its type, whatever its name', async () => {
    expect(await ask('/data/a%20b.csv')).toEqual({ status: 200, type: 'text/csv; charset=utf-8', body: 'id' });
  });

  it('gives an unknown file as bytes', async () => {
    expect(await ask('/data/a.strange')).toEqual({ status: 200, type: 'application/octet-stream', body: 'bytes' });
  });

  it('sends the compressed copy to whoever reads it, as what it is a copy of', async () => {
    const { status, headers } = await askAll('/data/a%20b.csv', 'GET', { 'accept-encoding': 'gzip, br' });
    expect({ status, ...headers }).toMatchObject({
      status: 200,
      'content-encoding': 'gzip',
      'content-type': 'text/csv; charset=utf-8',
      vary: 'Accept-Encoding',
    });
  });

  it('answers without a body where the browser has the file already, and with the part that it asks for', async () => {
    const { etag = '' } = (await askAll('/index.html')).headers;
    expect(await askAll('/index.html', 'GET', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    expect(await askAll('/index.html', 'GET', { range: 'bytes=1-2' })).toMatchObject({ status: 206, body: 'ta' });
  });

  it('gives the head of a page without its body', async () => {
    expect(await ask('/index.html', 'HEAD')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '' });
  });

  it.each(['/data', '/data/', '/missing.html', '/index.html/', '/.git/config', '/.git/'])(
    'lists no folder, shows nothing hidden and answers %s with the page for what is missing',
    async (path) => {
      expect(await ask(path)).toEqual({ status: 404, type: 'text/html; charset=utf-8', body: 'nothing here' });
    },
  );

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/data/../../secret.txt',
    '/link.txt',
    '/%00',
    '/%zz',
    '//etc/passwd',
  ])('does not leave its folder for %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each([
    ['/sealed.html', 'sealed.html', POLICY],
    ['/missing', '404.html', undefined],
  ])('sends with %s what other hosts do', async (path, file, policy) => {
    const wanted = Object.entries(headersOf(file, policy)).map(([name, value]) => [name.toLowerCase(), value]);
    expect((await askAll(path)).headers).toMatchObject(Object.fromEntries(wanted));
  });

  it('takes nothing', async () => {
    expect((await ask('/index.html', 'POST')).status).toBe(405);
  });
});

describe('npm start', () => {
  const start = (port: string) => run(process.execPath, ['src/cli/start.ts'], { env: { PORT: port }, timeout: 20_000 });

  it.each(['abc', '-1', '70000', '43.5'])('refuses PORT=%s in one line', async (text) => {
    const { code, output } = await start(text);
    expect(code).toBe(1);
    expect(output).toBe(`PORT: found "${text}"; expected a whole number from 1 to 65535, or 0 for any free port\n`);
  });

  it('says at once that a port is taken', async () => {
    const taken = new URL(inject('origin')).port;
    const { code, output } = await start(taken);
    expect(code).toBe(1);
    expect(output).toBe(
      `PORT: found ${taken}, which another program uses; expected a free port, for example PORT=4322 npm start\n`,
    );
  });
});
