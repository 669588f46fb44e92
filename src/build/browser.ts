import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { UserError, userError } from './user-error.ts';
import { run } from './run.ts';

/** The headless shell comes first: the same engine without windows, which needs half the time. */
const COMMANDS = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const MINUTE = 60_000;

/**
 * Returns the path of a Chromium that is already there: the one asked for, Playwright's own, or one of the system's; undefined if none is.
 * @throws UserError if the one asked for does not start.
 */
export async function presentBrowser(): Promise<string | undefined> {
  const wanted = process.env['CHROMIUM_PATH']?.trim() ?? '';
  if (wanted === '') return firstThatStarts();
  if (await starts(wanted)) return wanted;
  throw userError('CHROMIUM_PATH', `"${wanted}", which does not start`, 'the path of a Chrome or Chromium, or nothing');
}

/**
 * Returns the path of a Chromium that starts: one that is there, or one that it installs.
 * @throws UserError if there is none and none could be installed.
 */
export async function findBrowser(say: (line: string) => void = console.log): Promise<string> {
  const present = await presentBrowser();
  if (present) return present;

  say('No Chromium found; downloading one with Playwright …');
  await run(process.execPath, [playwrightCli(), 'install', 'chromium'], { timeout: 5 * MINUTE });
  const downloaded = await firstThatStarts();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('The download did not work; installing Debian’s chromium …');
    const apt = { timeout: 8 * MINUTE, env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-q'], apt);
    // Debian before version 12 has no package of the shell alone.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const packages = [name, 'fonts-liberation'];
      const { output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], apt);
      const installed = await firstThatStarts();
      if (installed) return installed;
      say(output.trim().split('\n').at(-1) ?? '');
    }
  }
  throw new UserError(
    'No Chromium found or installed: install Chrome or Chromium, or set CHROMIUM_PATH to the path of one.',
  );
}

/** Starts a browser that can reach nothing but this machine. */
export async function launch(path?: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path ?? (await findBrowser()),
    // Our own pages on our own machine; the sandbox cannot start as root or in many containers.
    chromiumSandbox: false,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-pings',
      // The shell would round the widths of letters to whole pixels, on paper too.
      '--font-render-hinting=none',
    ],
  });
}

async function firstThatStarts(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const inPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const path of [chromium.executablePath(), ...inPath, ...MAC_APPS]) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** Checks that a program starts. A file may lie there and still not run: Ubuntu's stub for the snap, a download without its system libraries. */
async function starts(path: string): Promise<boolean> {
  const { code, output } = await run(path, ['--no-sandbox', '--version'], { timeout: MINUTE / 2 });
  return code === 0 && /chrom/i.test(output);
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
}
