import { parseArgs } from 'node:util';
import { complain, runTool } from './complaint.ts';
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
    if (mirror === undefined) throw complain('arguments', 'none', expected);
    if (others.length > 0) throw complain('arguments', `${JSON.stringify(others.join(' '))} after ${JSON.stringify(mirror)}`, expected);
    // Without `--` npm keeps the option to itself; to leave it out unsaid would check the mirror against its own word.
    return { mirror, against: values.against ?? process.env['npm_config_against'] };
  } catch (error) {
    if (error instanceof TypeError) throw complain('arguments', `${JSON.stringify(given.join(' '))} (${error.message})`, expected);
    throw error;
  }
}
