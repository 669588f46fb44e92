import { firstDay } from '../data/schemas/dates.ts';
import { userError } from './user-error.ts';
import { run } from './run.ts';

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
