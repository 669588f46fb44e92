import { run } from './run.ts';

/** Editors save several files at once, or one in several steps. */
const SETTLING_TIME = 150;

/** A check of the content that runs beside the pages, in a process of its own. */
export interface BackgroundCheck {
  /** Checks the content as it is now; a check that is still running is stopped, for its result would be out of date. */
  start: () => void;
  stop: () => void;
  /** Returns what the last check found wrong: `null` for nothing, and while one is running. */
  problems: () => string | null;
}

/**
 * Makes a background check.
 * @param command A program and its arguments. It exits with 0 if all is well; else its output says what is wrong.
 * @param report Receives what each check found that was not overtaken: the problems, or `null` for none.
 */
export function backgroundCheck(
  [program, ...args]: [string, ...string[]],
  report: (problems: string | null) => void,
): BackgroundCheck {
  let running = new AbortController();
  let problems: string | null = null;

  const stop = () => {
    running.abort();
    problems = null;
  };
  const start = () => {
    stop();
    const { signal } = (running = new AbortController());
    const check = async () => {
      if (signal.aborted) return;
      const { code, output } = await run(program, args, { signal });
      if (signal.aborted) return;
      problems = code === 0 ? null : output.trim();
      report(problems);
    };
    setTimeout(() => void check(), SETTLING_TIME);
  };
  return { start, stop, problems: () => problems };
}
