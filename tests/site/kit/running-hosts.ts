import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from './dist.ts';
import { readFileSync } from 'node:fs';
import { Mirror, startCaddy, startCaddyAbove, startNginx, startNginxAbove, type Host } from './hosts.ts';
import { findServers, type Servers } from './servers.ts';

const STARTS = { nginx: startNginx, Caddy: startCaddy };
const ABOVE = { nginx: startNginxAbove, Caddy: startCaddyAbove };
/** The beginnings of the recipes for a site below a path. */
const RECIPES = { nginx: 'location /war/', Caddy: 'handle_path /war/*' };
type HostName = keyof typeof STARTS;

let servers: Servers | undefined;

/**
 * Lists the kinds of web servers that this machine has; none, and a line that says so, if one is missing.
 * @throws Error if it is missing where every change is tested.
 */
export async function hostNames(): Promise<HostName[]> {
  servers ??= await findServers(join(ROOT, 'node_modules/.cache/servers'));
  if (servers !== undefined) return ['nginx', 'Caddy'];
  const line = 'No nginx with its Brotli module and no Caddy on this machine: their configurations were not tested.';
  if (process.env['CI']) throw new Error(line);
  console.log(line);
  return [];
}

/**
 * Runs a server over a copy of the built site while a suite lasts.
 * @param compressed Files that have compressed copies, whether or not the build made any.
 * @returns How to get at the copy and at the server, once the suite has begun.
 */
export function useHost(name: HostName, compressed: readonly string[]): { mirror: () => Mirror; host: () => Host } {
  let mirror: Mirror;
  let host: Host;
  beforeAll(async () => {
    mirror = new Mirror(compressed);
    host = await STARTS[name](servers as Servers, mirror);
  });
  afterAll(async () => {
    await host?.stop();
    mirror?.remove();
  });
  return { mirror: () => mirror, host: () => host };
}

/** Starts a server of the same kind that passes the path `/war/` on to a host, by the recipe of HOSTING.md. */
export function startAbove(name: HostName, box: string, inner: Host): Promise<Host> {
  const blocks = readFileSync(join(ROOT, 'HOSTING.md'), 'utf8').match(/(?:^ {4}.*\n)+/gm) ?? [];
  const [recipe, ...others] = blocks.filter((block) => block.trim().startsWith(RECIPES[name]));
  if (recipe === undefined || others.length > 0) throw new Error(`HOSTING.md has no one recipe ${RECIPES[name]}`);
  return ABOVE[name](servers as Servers, box, new URL(inner.origin).host, recipe);
}
