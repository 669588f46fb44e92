import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from '../../../src/build/user-error.ts';
import { run } from '../../../src/build/run.ts';

/** Program that is installed, and the environment that it needs to start. */
export interface Program {
  path: string;
  env: Record<string, string>;
}

/** The web servers that the site brings configurations for; `brotli` is a module of nginx. */
export interface Servers {
  nginx: Program;
  brotli: string;
  caddy: Program;
}

const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static', 'caddy'];
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin'];
const BROTLI = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const MINUTE = 60_000;

/**
 * Finds nginx and Caddy: those of the machine, else Debian’s, unpacked into a folder of their own. Nothing is installed, so no service starts.
 * @param cache Where they are kept for the next time.
 * @returns `undefined` where they are not and cannot be had.
 * @throws UserError if they could not be fetched from Debian.
 */
export async function findServers(
  cache: string,
  say: (line: string) => void = console.log,
): Promise<Servers | undefined> {
  const present = (await serversIn('/', {})) ?? (await serversIn(cache, librariesIn(cache)));
  if (present) return present;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;

  say('No nginx and Caddy found; unpacking Debian’s …');
  const trouble = await unpack(cache);
  const unpacked = await serversIn(cache, librariesIn(cache));
  if (unpacked) return unpacked;
  throw new UserError(
    `No nginx and Caddy found, and Debian’s could not be unpacked: ${trouble ?? 'they do not start'}.`,
  );
}

/** The servers under a root, where all of them are there and start. */
async function serversIn(root: string, env: Record<string, string>): Promise<Servers | undefined> {
  const brotli = join(root, BROTLI);
  const [nginx, caddy] = await Promise.all([
    program('nginx', ['-v'], root, env),
    program('caddy', ['version'], root, env),
  ]);
  return nginx && caddy && existsSync(brotli) ? { nginx, brotli, caddy } : undefined;
}

async function program(
  name: string,
  args: string[],
  root: string,
  env: Record<string, string>,
): Promise<Program | undefined> {
  const inPath = root === '/' ? (process.env['PATH'] ?? '').split(delimiter) : [];
  for (const path of [...inPath, ...FOLDERS.map((folder) => join(root, folder))].map((folder) => join(folder, name))) {
    if (existsSync(path) && (await run(path, args, { env, timeout: MINUTE / 2 })).code === 0) return { path, env };
  }
  return undefined;
}

/** Fetches the packages, with whatever they need and the machine has not, and unpacks them. @returns The last line of what went wrong. */
async function unpack(cache: string): Promise<string | undefined> {
  const archives = join(cache, 'archives');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const apt = { timeout: 5 * MINUTE, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const steps = [
    ['update', '-q'],
    [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      '--download-only',
      '-o',
      `Dir::Cache::archives=${archives}`,
      ...PACKAGES,
    ],
  ];
  for (const args of steps) {
    const { code, output } = await run('apt-get', args, apt);
    if (code !== 0) return output.trim().split('\n').at(-1);
  }
  for (const archive of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    const { code, output } = await run('dpkg', ['-x', join(archives, archive), cache]);
    if (code !== 0) return output.trim().split('\n').at(-1);
  }
  rmSync(archives, { recursive: true, force: true });
  return undefined;
}

/** What tells a program where the libraries lie that were unpacked with it. */
function librariesIn(root: string): Record<string, string> {
  const folders = ['usr/lib', 'lib'].flatMap((name) => {
    const folder = join(root, name);
    return existsSync(folder)
      ? readdirSync(folder)
          .filter((entry) => entry.endsWith('-linux-gnu'))
          .map((entry) => join(folder, entry))
      : [];
  });
  return folders.length === 0 ? {} : { LD_LIBRARY_PATH: folders.join(':') };
}
