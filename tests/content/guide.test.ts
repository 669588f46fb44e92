import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check-content.ts';
import { run } from '../../src/build/run.ts';
import { problemsIn } from '../unit/kit/problems.ts';
import { copyContent, ROOT } from './kit.ts';
import { patternOf, readExamples, writeStep, type Example, type Step } from './guide.ts';

const examples = readExamples(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));

/** Copies what an editor works on, with the code that is there, whose style sheets draw the cards. */
function copyToEdit(): string {
  const root = copyContent();
  symlinkSync(join(ROOT, 'src'), join(root, 'src'));
  return root;
}

/** Copies the whole project, whose code a step may change. */
function copyProject(): string {
  const root = copyContent();
  for (const part of ['package.json', 'src']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Checks a copy as `npm run check` does, by its own code. */
async function checkCopy(root: string): Promise<string[]> {
  return (await run(process.execPath, ['src/cli/check.ts'], { cwd: root, env: {} })).output.split('\n');
}

/** Carries out a step: writes, or checks the content by today’s code and compares what that says. */
function follow(root: string, step: Step): void {
  if (step.kind === 'text') expectSaid(step, problemsIn(root, checkSite));
  else writeStep(root, step);
}

function expectSaid({ target, lines }: Step, said: readonly string[]): void {
  expect(target, 'only the check is run in examples').toBe('npm run check');
  const missed = lines.filter((line) => !said.some((one) => patternOf(line).test(one)));
  expect(missed, `CONTRIBUTING.md tells of lines that the check does not say. It says:\n${said.join('\n')}`).toEqual(
    [],
  );
}

/** Returns what an example ends with: what the check says. */
function endOf({ steps }: Example): Step {
  const end = steps.at(-1) as Step;
  expect(end.kind, 'an example ends with what the check says').toBe('text');
  return end;
}

const endsWell = (example: Example) => endOf(example).lines.some((line) => line.startsWith('No errors'));

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
      'Add a brief of a day',
      'Add a figure',
    ]);
  });

  it.each(examples.filter((example) => !endsWell(example)))(
    '$title: the check complains as the guide says',
    ({ steps }) => {
      const root = copyToEdit();
      for (const step of steps) follow(root, step);
    },
  );

  it('all others, one after another: the check says what the guide says on the way, and finds no error at the end', async () => {
    const root = copyProject();
    const others = examples.filter(endsWell);
    for (const { steps } of others) for (const step of steps.slice(0, -1)) follow(root, step);
    const said = await checkCopy(root);
    for (const example of others) expectSaid(endOf(example), said);
  });
});
