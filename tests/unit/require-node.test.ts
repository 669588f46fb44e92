import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ENTRY = 'src/cli/require-node.mjs';
const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

describe('a Node that cannot run TypeScript', () => {
  // One that was told to forget TypeScript; and the machine's own, where that is old enough.
  const cases = [
    [process.execPath, '--no-experimental-strip-types'],
    ...(isOld('/usr/bin/node') ? [['/usr/bin/node']] : []),
  ] as [string, ...string[]][];

  it.each(cases)('is told so in one sentence: %s %s', (node, ...options) => {
    const args = [...options.filter((option) => option !== undefined), ENTRY, 'src/cli/check.ts'];
    const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Node: found \d+\.\d+\.\d+, which cannot run TypeScript; expected 22\.18 or newer \(https:\/\/nodejs\.org\)\n$/,
    );
    expect(engines.node).toBe('>=22.18');
  });

  it('is told so by every command', () => {
    const parts = Object.values(scripts).flatMap((script) => script.split(' && '));
    expect(parts.filter((part) => !/^(?:node src\/cli\/require-node\.mjs|npm run) /.test(part))).toEqual([]);
  });
});

it('hands a program its arguments', () => {
  const { status, stderr } = spawnSync(process.execPath, [ENTRY, 'src/cli/check.ts', '--nothing'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^arguments: found "--nothing" \(Unknown option '--nothing'.*\); expected nothing, or --root DIR\n$/,
  );
});

it('sets the variables that stand before the program', () => {
  const args = [ENTRY, 'PORT=a=b', 'src/cli/start.ts'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^PORT: found "a=b"/);
});

function isOld(node: string): boolean {
  const { stdout } = spawnSync(node, ['-p', 'Boolean(process.features.typescript)'], { encoding: 'utf8' });
  return stdout?.trim() === 'false';
}
