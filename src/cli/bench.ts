import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LINE, LINE_WORDS } from './bench/line.ts';
import { tableText } from './bench/table.ts';
import { runTool, userError } from '../build/user-error.ts';

/**
 * `npm run bench [-- --json] [-- --runs 7]`: what pages weigh and how soon they show over a slow line.
 * `npm run bench -- --against <another built site>`: for how long the first load blocks, of both in turn.
 */
await runTool(async () => {
  const { json, runs, against } = readArguments();
  // What drives the browser takes seconds to load; nobody should wait that long to read of a mistyped argument.
  const { benchPages } = await import('./bench/pages.ts');
  const { benchBlocking } = await import('./bench/blocking.ts');
  const dist = join(process.cwd(), 'dist');
  // The table goes to the output, the progress to the side, so that a file takes only the former.
  const rows =
    against === null
      ? await benchPages(dist, runs, (line) => console.error(line))
      : await benchBlocking(against, dist, runs);
  const machine = `${cpus()[0]?.model ?? 'processor of unknown kind'}, ${availableParallelism()} cores, Node ${process.version}`;
  const what = `Medians of ${runs} visits ${against === null ? `over ${LINE_WORDS}` : `without a line, processor ${LINE.slowdown} times slower`}`;
  console.log(json ? JSON.stringify({ machine, what, rows }, null, 2) : `${machine}\n\n${what}\n\n${tableText(rows)}`);
});

function readArguments(): { json: boolean; runs: number; against: string | null } {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        runs: { type: 'string', default: '7' },
        against: { type: 'string' },
      },
    });
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) throw new TypeError('not a count');
    return { json: values.json, runs, against: values.against ?? null };
  } catch (error) {
    const given = JSON.stringify(process.argv.slice(2).join(' '));
    throw userError(
      'arguments',
      `${given} (${(error as Error).message})`,
      'nothing, or --json, --runs 7, --against <a built site>',
    );
  }
}
