import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JsonTestResults } from 'vitest/node';

/** Counts of checks that passed and that failed. */
export interface TestSummary {
  passed: number;
  failed: number;
}

/** Adds up summaries. */
export function addUp(summaries: TestSummary[]): TestSummary {
  return summaries.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** Makes the summary of one check. */
export function summaryOfCheck(isFine: boolean): TestSummary {
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts the tests of a Vitest report. A test that was skipped did not pass, a file that could not be read
 * counts as one failure, and so does a run that failed for any other reason.
 */
export function summaryOfReport(file: string, exitCode: number): TestSummary {
  if (!existsSync(file)) return summaryOfCheck(false);
  const report = JSON.parse(readFileSync(file, 'utf8')) as JsonTestResults;
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const unread = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  const failed = tests.length - passed + unread;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** Address that the pages are built for when they are tested; nothing is ever fetched from it. */
export const TEST_SITE_URL = 'https://explainer.example';

/** File in which the tests note what takes their time: one line for each page that a browser loads and for each whole build. */
const WORK_FILE = 'test-results/work.txt';

/** Counts of what takes most of the time of a run. */
interface WorkDone {
  pages: number;
  builds: number;
}

/** Begins to count the work of a run. Tests that are run by themselves count nothing. */
export function beginWork(): void {
  mkdirSync(dirname(WORK_FILE), { recursive: true });
  writeFileSync(WORK_FILE, '');
}

/** Notes that a browser has loaded a page, or that a whole site has been built. */
export function noteWork(kind: 'page' | 'build', what: string): void {
  if (existsSync(WORK_FILE)) appendFileSync(WORK_FILE, `${kind} ${what}\n`);
}

/** Counts the work noted since `beginWork`. */
export function workDone(): WorkDone {
  const lines = existsSync(WORK_FILE) ? readFileSync(WORK_FILE, 'utf8').split('\n') : [];
  const count = (kind: string) => lines.filter((line) => line.startsWith(`${kind} `)).length;
  return { pages: count('page'), builds: count('build') };
}
