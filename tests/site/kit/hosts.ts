import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Program, Servers } from './servers.ts';
import { DIST } from './dist.ts';

/** Web server of a kind that people run, over a copy of the built site. */
export interface Host {
  origin: string;
  stop(): Promise<void>;
}

/** Answer of a server, as it came over the line. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What the configurations bid whoever takes them to change. */
const NAME = 'explainer.example';
const ROOT = '/srv/explainer';

const SECONDS_TO_START = 15;

/** Folder with a copy of the built site, and beside the site a file that no server may show. */
export class Mirror {
  readonly box = mkdtempSync(join(tmpdir(), 'explainer-hosts-'));
  readonly folder = join(this.box, 'site');

  constructor(compressed: readonly string[]) {
    cpSync(DIST, this.folder, { recursive: true, preserveTimestamps: true });
    writeFileSync(join(this.box, 'secret.txt'), 'secret');
    mkdirSync(join(this.folder, '.git'));
    writeFileSync(join(this.folder, '.git/config'), 'secret');
    for (const file of compressed) this.compress(file);
  }

  read(file: string): Buffer {
    return readFileSync(join(this.folder, file));
  }

  remove(): void {
    rmSync(this.box, { recursive: true, force: true });
  }

  /** Makes the copies that a build may have left out. */
  private compress(file: string): void {
    const copies = { br: brotliCompressSync, gz: gzipSync };
    for (const [end, pack] of Object.entries(copies)) {
      const copy = join(this.folder, `${file}.${end}`);
      if (!existsSync(copy)) writeFileSync(copy, pack(this.read(file)));
    }
  }
}

/** Starts nginx with the configuration that lies in the site, inside one like Debian’s own. */
export async function startNginx({ nginx, brotli }: Servers, mirror: Mirror): Promise<Host> {
  const port = await freePort();
  const folder = join(mirror.box, 'nginx');
  mkdirSync(folder);
  const own = changed(mirror.read('hosts/nginx.conf').toString(), {
    [NAME]: '127.0.0.1',
    [ROOT]: mirror.folder,
    'listen 80;': `listen 127.0.0.1:${port};`,
    'listen [::]:80;': '',
  });
  writeFileSync(join(folder, 'site.conf'), own);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const around = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn; load_module ${brotli};`,
    'events { worker_connections 256; }',
    `http { sendfile on; tcp_nopush on; gzip on; default_type application/octet-stream; access_log off; ${temporary.join(' ')}`,
    `include ${mirror.folder}/hosts/nginx-headers.conf; include ${folder}/site.conf; }`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), around.join('\n'));
  return start(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {}, port);
}

/** Starts Caddy with the configuration that lies in the site, and without what it keeps and offers beside that. */
export async function startCaddy({ caddy }: Servers, mirror: Mirror): Promise<Host> {
  const port = await freePort();
  const folder = join(mirror.box, 'caddy');
  mkdirSync(folder);
  const own = changed(mirror.read('hosts/Caddyfile').toString(), {
    [`\n${NAME} {`]: `\nhttp://127.0.0.1:${port} {`,
    [ROOT]: mirror.folder,
  });
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${own}`);
  writeFileSync(join(folder, 'caddy-headers'), mirror.read('hosts/caddy-headers'));
  const env = { HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') };
  return start(caddy, ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], env, port);
}

/** Where the recipes for a site below a path expect the site itself. */
const INNER = '127.0.0.1:1027';

/** Starts nginx as the server of a name that passes a path on, with the line that HOSTING.md gives for it. */
export async function startNginxAbove({ nginx }: Servers, box: string, inner: string, recipe: string): Promise<Host> {
  const port = await freePort();
  const folder = join(box, 'nginx-above');
  mkdirSync(folder);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const config = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;`,
    `events { worker_connections 256; } http { access_log off; ${temporary.join(' ')}`,
    `server { listen 127.0.0.1:${port}; ${changed(recipe, { [INNER]: inner })} } }`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
  return start(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {}, port);
}

/** Starts Caddy in the same way, with the block that HOSTING.md gives for it. */
export async function startCaddyAbove({ caddy }: Servers, box: string, inner: string, recipe: string): Promise<Host> {
  const port = await freePort();
  const folder = join(box, 'caddy-above');
  mkdirSync(folder);
  const passed = recipe.replaceAll(INNER, inner);
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n${passed}\n}\n`);
  const env = { HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') };
  return start(caddy, ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], env, port);
}

/** Asks for exactly this path; `fetch` would tidy it up first, and unpack what comes. */
export function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname: host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ host, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** A text in which each of these stands once and is exchanged. */
function changed(text: string, changes: Record<string, string>): string {
  for (const [from, to] of Object.entries(changes)) {
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(`${JSON.stringify(from)} stands ${parts.length - 1} times in a configuration`);
    text = parts.join(to);
  }
  return text;
}

async function start(
  { path, env }: Program,
  args: string[],
  more: Record<string, string>,
  port: number,
): Promise<Host> {
  const child = spawn(path, args, { env: { ...process.env, ...env, ...more }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < SECONDS_TO_START * 10 && child.exitCode === null; tries++) {
    if (await answers(origin)) return { origin, stop: () => stop(child) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child);
  throw new Error(`${path} did not start:\n${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function answers(origin: string): Promise<boolean> {
  return ask(origin, '/robots.txt').then(
    () => true,
    () => false,
  );
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
