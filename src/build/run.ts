import { spawn } from 'node:child_process';

/** Options of running a program. */
interface Options {
  /** Added to the environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Stops it after so many milliseconds. */
  timeout?: number;
  /** Kills it, without a chance to tidy up. */
  signal?: AbortSignal;
  /** Receives each line it writes; without it, nothing is shown. */
  onLine?: (line: string) => void;
}

/** Result of running a program. */
export interface Outcome {
  /** Its exit code; 1 where it could not start or was stopped. */
  code: number;
  output: string;
}

/** Runs a program to its end. It never throws: a program that cannot start has the code 1 and the error as its output. */
export function run(
  command: string,
  args: string[],
  { env, cwd, timeout, signal, onLine }: Options = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      ...(cwd !== undefined && { cwd }),
      ...(timeout !== undefined && { timeout }),
      ...(signal !== undefined && { signal, killSignal: 'SIGKILL' }),
    });
    let output = '';
    let pending = '';
    const read = (chunk: string) => {
      output += chunk;
      const lines = (pending + chunk).split('\n');
      pending = lines.pop() ?? '';
      if (onLine) lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', (error) => {
      // One that was killed still has to close.
      if (child.pid === undefined) resolve({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      if (pending !== '') onLine?.(pending);
      resolve({ code: code ?? 1, output });
    });
  });
}
