import { promise, type ReaderPromise } from '../data/schemas/promise.ts';
import { readText } from '../data/read-text.ts';
import { cardProblem } from '../data/checks/report.ts';
import { ContentError, quote, type Problem } from '../data/errors.ts';
import { readYamlList } from '../data/yaml.ts';

/** List of the promises to readers. */
export const PROMISES_FILE = 'content/promises.yaml';
/** Tests that check the promises. */
export const PROMISE_TESTS = 'tests/site/promise.test.ts';

/** Page that shows the promises and their tests. */
export const PROMISE_PAGE = 'promise.html';

/** Line of the tests, and the promise that the test which begins there checks. */
export interface TestLine {
  text: string;
  promise?: string;
}

/**
 * Reads the promises to readers, and the tests line by line.
 * @throws ContentError if a promise names a test that does not exist.
 */
export function readPromises(root: string): { promises: ReaderPromise[]; tests: TestLine[] } {
  const problems: Problem[] = [];
  const promises = readYamlList(root, PROMISES_FILE, promise, problems);
  const lines = (readText(root, PROMISE_TESTS, problems) ?? '').trimEnd().split('\n');
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
  const starts = new Map(promises.map((one) => [heldBy(one), one.id]));
  return {
    promises,
    tests: lines.map((text, index) => ({ text, ...(starts.has(index) && { promise: starts.get(index)! }) })),
  };
}
