import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROMISE_TESTS } from '../../src/site/promises.ts';
import { ledger, ROOT } from '../unit/kit/content.ts';
import { tempFolder } from '../unit/kit/temp.ts';

export { ledger, ROOT };

/** Copies the real content, for a test to break at will, and what its promises rest on. */
export function copyContent(): string {
  const root = tempFolder();
  for (const part of ['content', PROMISE_TESTS]) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  return root;
}

/** Runs `npm run check` on a root, as an editor would. @returns Its exit code and output. */
export async function runCheck(root: string): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['src/cli/require-node.mjs', 'src/cli/check.ts', '--root', root],
      { cwd: ROOT },
    );
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? 1, output: stdout + stderr };
  }
}

/** One line of a file of the project, found by what it begins with. */
export interface Line {
  /** Its number, from one. */
  number: number;
  text: string;
}

/** Finds a line by its beginning. */
export function lineIn(root: string, file: string, beginning: string): Line {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.startsWith(beginning));
  if (index < 0) throw new Error(`${file} has no line that begins with ${beginning}`);
  return { number: index + 1, text: lines[index] as string };
}

/** Puts another text in place of one line. */
export function replaceLine(root: string, file: string, { number }: Line, text: string): void {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  lines[number - 1] = text;
  writeFileSync(join(root, file), lines.join('\n'));
}
