import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBuilds, BUILDS_WORDS } from './bench/builds.ts';
import { LINE_WORDS } from './bench/line.ts';
import { benchPages } from './bench/pages.ts';
import { tableText, type Row } from './bench/table.ts';
import { userError, runTool } from '../build/user-error.ts';

const PARTS = ['pages', 'builds'];
const EXPECTED = 'pages, builds or both (nothing is both), and perhaps --json, --runs 7, --times 1,10,100';

/** `npm run bench [-- pages|builds] [-- --json]`: what pages weigh and how soon they show over a slow line, and how long builds take. */
await runTool(async () => {
  const { parts, json, runs, times } = readArguments();
  const root = process.cwd();
  // Tables go to the output, the waiting to the side, so that a file takes only the former.
  const say = (line: string) => console.error(line);
  const results: Record<string, { what: string; rows: Row[] }> = {};
  if (parts.includes('pages'))
    results['pages'] = {
      what: `Medians of ${runs} visits over ${LINE_WORDS}`,
      rows: await benchPages(join(root, 'dist'), runs, say),
    };
  if (parts.includes('builds')) results['builds'] = { what: BUILDS_WORDS, rows: await benchBuilds(root, times, say) };
  const machine = `${cpus()[0]?.model ?? 'processor of unknown kind'}, ${availableParallelism()} cores, Node ${process.version}`;
  if (json) console.log(JSON.stringify({ machine, ...results }, null, 2));
  else
    console.log(
      [machine, ...Object.values(results).map(({ what, rows }) => `\n${what}\n\n${tableText(rows)}`)].join('\n'),
    );
});

function readArguments(): { parts: string[]; json: boolean; runs: number; times: number[] } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        runs: { type: 'string', default: '7' },
        times: { type: 'string', default: '1,10,100' },
      },
    });
    const [runs = 0, ...times] = [values.runs, ...values.times.split(',')].map(Number);
    const areCounts = [runs, ...times].every((count) => Number.isInteger(count) && count > 0);
    if (!areCounts || positionals.some((part) => !PARTS.includes(part))) throw new TypeError('not one of these');
    return { parts: positionals.length === 0 ? PARTS : positionals, json: values.json, runs, times };
  } catch (error) {
    throw userError(
      'arguments',
      `${JSON.stringify(process.argv.slice(2).join(' '))} (${(error as Error).message})`,
      EXPECTED,
    );
  }
}
