import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check-content.ts';
import { run } from '../../src/build/run.ts';
import { PROMISE_TESTS } from '../../src/site/promises.ts';
import { ROOT } from '../unit/kit/content.ts';
import { tempFolder } from '../unit/kit/temp.ts';
import { problemsIn } from './kit.ts';
import { patternOf, readExamples, writeStep } from './guide.ts';

const examples = readExamples(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));

const SOURCE = 'src';

/** Copies what an editor works on, and the code, whose style sheets draw the cards. */
function copyProject(): string {
  const root = tempFolder();
  for (const part of ['content', PROMISE_TESTS, 'package.json', SOURCE])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Checks a copy, in this process unless it has code of its own. */
async function checkCopy(root: string, hasCode: boolean): Promise<string[]> {
  if (hasCode) return (await run(process.execPath, ['src/cli/check.ts'], { cwd: root, env: {} })).output.split('\n');
  const said: string[] = [];
  const problems = problemsIn(root, () => said.push(...checkSite(root).warnings.map((warning) => `Note: ${warning}`)));
  return problems.length > 0 ? problems : [...said, `No errors; ${said.length} to look at.`];
}

describe('who follows the guide step by step', () => {
  it('finds an example of everything that can be added', () => {
    expect(examples.map(({ title }) => title)).toEqual([
      'Correct a number',
      'Add a source and a newer count',
      'Add an event',
      'Add a place',
      'Add a claim',
      'Add a section',
      'Add to a section’s record',
      'Add a figure',
    ]);
  });

  it.each(examples)('$title: the check says what the guide says', async ({ steps }) => {
    const hasCode = steps.some(({ target }) => target.startsWith(`${SOURCE}/`));
    const root = copyProject();
    expect(steps.at(-1)?.kind, 'an example ends with what the check says').toBe('text');
    for (const step of steps) {
      if (step.kind !== 'text') {
        writeStep(root, step);
        continue;
      }
      expect(step.target, 'only the check is run in examples').toBe('npm run check');
      const said = await checkCopy(root, hasCode);
      const missed = step.lines.filter((line) => !said.some((one) => patternOf(line).test(one)));
      expect(
        missed,
        `CONTRIBUTING.md tells of lines that the check does not say. It says:\n${said.join('\n')}`,
      ).toEqual([]);
    }
  });
});
