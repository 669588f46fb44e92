import { existsSync, readFileSync } from 'node:fs';
import type { JsonTestResults } from 'vitest/node';

/** How many checks passed and how many failed. */
export interface TestSummary {
  passed: number;
  failed: number;
}

/** Sums up tallies. */
export function addUp(tallies: TestSummary[]): TestSummary {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** One check that went well or did not. */
export function summaryOf(isFine: boolean): TestSummary {
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts the tests of a Vitest report. A test that was skipped did not pass, a file that could not be read
 * counts as one failure, and so does a run that failed for any other reason.
 */
export function summaryOfReport(file: string, exitCode: number): TestSummary {
  if (!existsSync(file)) return summaryOf(false);
  const report = JSON.parse(readFileSync(file, 'utf8')) as JsonTestResults;
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const unread = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  const failed = tests.length - passed + unread;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
