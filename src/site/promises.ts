import { promise, type ReaderPromise } from '../data/schemas/site.ts';
import { readText } from '../data/read-text.ts';
import { cardProblem } from '../data/checks/report.ts';
import { ContentError, quote, type Problem } from '../data/errors.ts';
import { readYamlList } from '../data/yaml.ts';

/** List of the promises to readers. */
export const PROMISES_FILE = 'content/promises.yaml';
/** Tests that check the promises. */
export const PROMISE_TESTS = 'tests/site/promise.test.ts';

/** Page that shows the promises. */
export const PROMISE_PAGE = 'promise.html';

/** File of the site that has the tests, word for word. */
export const PROMISE_TESTS_FILE = 'promise-tests.txt';

/** Promise with the line of the tests at which its own begins. */
export interface TestedPromise extends ReaderPromise {
  line: number;
}

/**
 * Reads the promises to readers, and the tests that hold them.
 * @throws ContentError if a promise names a test that does not exist.
 */
export function readPromises(root: string): { promises: TestedPromise[]; tests: string } {
  const problems: Problem[] = [];
  const promises = readYamlList(root, PROMISES_FILE, promise, problems);
  const tests = readText(root, PROMISE_TESTS, problems) ?? '';
  const lines = tests.split('\n');
  const heldBy = ({ test }: ReaderPromise) => lines.findIndex((line) => line.trimStart().startsWith(`it('${test}'`));
  if (problems.length === 0) {
    problems.push(
      ...promises
        .filter((one) => heldBy(one) < 0)
        .map((one) =>
          cardProblem(
            PROMISES_FILE,
            one,
            ['test'],
            quote(one.test),
            `the name of a test in ${PROMISE_TESTS}: a promise without one is only words`,
          ),
        ),
    );
  }
  if (problems.length > 0) throw new ContentError(problems);
  return { promises: promises.map((one) => ({ ...one, line: heldBy(one) + 1 })), tests };
}
