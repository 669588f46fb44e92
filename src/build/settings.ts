import { firstDay } from '../data/schemas/dates.ts';
import { plainAddressFault } from '../data/web-address.ts';
import { run } from './run.ts';
import { userError } from './user-error.ts';

type Environment = Record<string, string | undefined>;

const DEFAULT_PORT = 4321;

/**
 * Reads the port to serve on: `PORT`, or 4321. Zero asks the system for any free port.
 * @throws UserError if it is no port.
 */
export function readPort(env: Environment): number {
  const text = env['PORT']?.trim() ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw userError('PORT', `"${text}"`, 'a whole number from 1 to 65535, or 0 for any free port');
  }
  return port;
}

/**
 * Reads the address that the site will be published at, with a slash at its end; `undefined` where `SITE_URL` is not set.
 * @throws UserError if it is no address.
 */
export function readSiteUrl(env: Environment): string | undefined {
  const text = env['SITE_URL']?.trim() ?? '';
  if (text === '') return undefined;
  const fault = plainAddressFault(text) ?? (/[?#]/.test(text) ? 'an address without ? and #' : null);
  if (fault !== null) throw userError('SITE_URL', `"${text}"`, `${fault}, for example https://explainer.example`);
  return text.replace(/\/*$/, '/');
}

/** Modes of printing the PDFs: never, where a browser is already there, or in any case. */
export type BriefingsMode = 'none' | 'if-possible' | 'all';

/**
 * Reads the mode that `BRIEFINGS` asks for; unset, the PDFs are printed where a browser is already there.
 * @throws UserError if it asks for anything else.
 */
export function readBriefingsMode(env: Environment): BriefingsMode {
  const text = env['BRIEFINGS']?.trim() ?? '';
  if (text === '') return 'if-possible';
  if (text !== 'none' && text !== 'all')
    throw userError(
      'BRIEFINGS',
      `"${text}"`,
      'none for a build without PDFs, all for one that insists on them, or nothing',
    );
  return text;
}

/**
 * Reads whether the build makes compressed copies of its texts: true unless `COPIES` is `none`.
 * @throws UserError if it asks for anything else.
 */
export function readCopiesSetting(env: Environment): boolean {
  const text = env['COPIES']?.trim() ?? '';
  if (text !== '' && text !== 'none')
    throw userError('COPIES', `"${text}"`, 'none for a build without compressed copies, or nothing');
  return text === '';
}

/** Sets the environment that Astro would otherwise take from the machine, and keeps it off the network. Call before Astro is loaded. */
export function prepareAstro(env: Environment, mode: 'production' | 'development'): void {
  env['NODE_ENV'] = mode;
  env['ASTRO_TELEMETRY_DISABLED'] = '1';
  env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}

const SECOND = 1_000;

/**
 * Returns the moment that built files give as their date, the same for every build of one commit: `SOURCE_DATE_EPOCH`, else the
 * time of the commit, else the day of the data.
 * @throws UserError if `SOURCE_DATE_EPOCH` is no number of seconds.
 */
export async function buildDate(
  root: string,
  env: Record<string, string | undefined>,
  dataDate: string,
): Promise<Date> {
  const text = env['SOURCE_DATE_EPOCH']?.trim() ?? '';
  if (text !== '' && !/^\d{1,12}$/.test(text))
    throw userError(
      'SOURCE_DATE_EPOCH',
      `"${text}"`,
      'a whole number of seconds since the beginning of 1970, or nothing',
    );
  const seconds = text === '' ? await commitTime(root) : text;
  return seconds === undefined ? new Date(`${firstDay(dataDate)}T00:00:00Z`) : new Date(Number(seconds) * SECOND);
}

/** Returns the time of the commit at `root`, in seconds since 1970; undefined if `root` is not the top of a repository. */
async function commitTime(root: string): Promise<string | undefined> {
  const git = async (...args: string[]) => {
    const { code, output } = await run('git', ['-C', root, ...args]);
    return code === 0 ? output.trim() : undefined;
  };
  if ((await git('rev-parse', '--show-prefix')) !== '') return undefined;
  const seconds = await git('log', '-1', '--format=%ct');
  return seconds !== undefined && /^\d+$/.test(seconds) ? seconds : undefined;
}
