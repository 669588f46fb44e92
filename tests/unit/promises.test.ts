import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROMISES_FILE, PROMISE_TESTS, readPromises } from '../../src/site/promises.ts';
import { tempFolder } from './kit/temp.ts';

/** A project that promises one thing. */
function project(test: string, tests: string): string {
  const root = tempFolder();
  mkdirSync(join(root, 'content'));
  mkdirSync(join(root, 'tests/site'), { recursive: true });
  writeFileSync(
    join(root, PROMISES_FILE),
    `- id: cookies\n  promise: No page sets a cookie.\n  means: There is no banner.\n  test: ${test}\n`,
  );
  writeFileSync(join(root, PROMISE_TESTS), tests);
  return root;
}

describe('the promises to readers', () => {
  it('come with the tests, and each with the line at which its own begins', () => {
    const text = "import a;\n\n  it('sets no cookie', () => {\n  });\n";
    const { promises, tests } = readPromises(project('sets no cookie', text));
    expect(promises.map(({ id, line }) => [id, line])).toEqual([['cookies', 3]]);
    expect(tests).toBe(text);
  });

  it('are refused where one has no test', () => {
    expect(() => readPromises(project('sets no cookie', "it('sets a cookie', () => {});\n"))).toThrow(
      `${PROMISES_FILE}:4 "test": found "sets no cookie"; expected the name of a test in ${PROMISE_TESTS}: a promise without one is only words`,
    );
  });

  it('are held by tests that run: none is skipped or marked to be written', () => {
    const { promises, tests } = readPromises(process.cwd());
    expect(tests).not.toMatch(/\b(?:it|describe)\.(?:skip|todo|only|fails)/);
    expect(new Set(promises.map(({ line }) => line)).size).toBeGreaterThan(5);
  });
});
