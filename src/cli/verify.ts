import { parseArgs } from 'node:util';
import { userError, runTool } from '../build/user-error.ts';
import { CHECKABLE } from './verify/mirror.ts';
import { verifyMirror } from './verify/verify-mirror.ts';

/** `npm run verify -- <folder or archive> [--against FILE]`: whether a mirror is a true copy of the site, and each difference. */
await runTool(async () => {
  const { mirror, against } = readArguments();
  const { isTrue, lines } = await verifyMirror(mirror, against);
  lines.forEach((line) => console.log(line));
  if (!isTrue) process.exitCode = 1;
});

function readArguments(): { mirror: string; against: string | undefined } {
  const given = process.argv.slice(2);
  const expected = `${CHECKABLE}; and, if you have one, --against with a SHA256SUMS file of the original site`;
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
    const [mirror, ...others] = positionals;
    const against = values.against ?? keptByNpm(others);
    if (mirror === undefined) throw userError('arguments', 'none', expected);
    if (others.length > 0)
      throw userError('arguments', `${JSON.stringify(others.join(' '))} after ${JSON.stringify(mirror)}`, expected);
    return { mirror, against };
  } catch (error) {
    if (error instanceof TypeError)
      throw userError('arguments', `${JSON.stringify(given.join(' '))} (${error.message})`, expected);
    throw error;
  }
}

/** Without `--` npm takes the option for one of its own; not to hear it would check the mirror against its own word. */
function keptByNpm(others: string[]): string | undefined {
  const kept = process.env['npm_config_against'];
  // `--against=FILE` leaves the file there, `--against FILE` among the other arguments.
  if (kept !== 'true') return kept;
  const file = others.shift();
  if (file === undefined) throw userError('--against', 'nothing after it', 'a SHA256SUMS file');
  return file;
}
