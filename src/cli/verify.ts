import { parseArgs } from 'node:util';
import { runTool, userError } from '../build/user-error.ts';
import { VERIFIABLE } from './verify/read-mirror.ts';
import { verifyMirror } from './verify/verify-mirror.ts';

const EXPECTED = `-- and ${VERIFIABLE}; and, if you have one, --against with a SHA256SUMS file of the original site`;

/** `npm run verify -- <folder or archive> [--against FILE]`: says whether a mirror is a true copy of the site, and names each difference. */
await runTool(async () => {
  const { mirror, against } = readArguments();
  const { isTrue, lines } = await verifyMirror(mirror, against);
  lines.forEach((line) => console.log(line));
  if (!isTrue) process.exitCode = 1;
});

function readArguments(): { mirror: string; against: string | undefined } {
  try {
    // Without `--` npm takes the option for one of its own, and the mirror would be checked against its own word.
    if (process.env['npm_config_against'] !== undefined) throw new TypeError('--against before --');
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
    const [mirror, ...others] = positionals;
    if (mirror === undefined || others.length > 0) throw new TypeError(`${positionals.length} mirrors`);
    return { mirror, against: values.against };
  } catch (error) {
    const given = JSON.stringify(process.argv.slice(2).join(' '));
    throw userError('arguments', `${given} (${(error as Error).message})`, EXPECTED);
  }
}
