import { userError } from '../user-error.ts';

/** How Pagefind says that its program is not installed, or does not start. */
const NO_PROGRAM = /^Failed to install either of|^Pagefind backend closed/;

/** What went wrong with the search index: one line where only an install can mend it, else the error itself. */
export function searchError(error: unknown): unknown {
  if (!(error instanceof Error && NO_PROGRAM.test(error.message))) return error;
  const machine = `${process.platform}-${process.arch}`;
  return userError(
    'pagefind',
    `no program for ${machine} that starts`,
    `the package @pagefind/${machine}, which npm ci brings unless it leaves out optional packages`,
  );
}
