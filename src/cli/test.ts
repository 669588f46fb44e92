import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../build/browser.ts';
import { UserError, userError, runTool } from '../build/user-error.ts';
import { countNoun } from '../build/progress.ts';
import { run } from '../build/run.ts';
import {
  addUp,
  beginWork,
  noteWork,
  summaryOfCheck,
  summaryOfReport,
  TEST_SITE_URL,
  workDone,
  type TestSummary,
} from './test-summary.ts';

const ASTRO = 'node_modules/astro/bin/astro.mjs';
const VITEST = 'node_modules/vitest/vitest.mjs';
const REPORTS = 'test-results';

/** Scopes of testing: all but the built site, the site by some pages of each kind, or the site by every page. */
const SCOPES = ['quick', 'kinds', 'all'] as const;

/** Part of the tests: prints what it finds line by line, and sums it up. */
type Job = (say: (line: string) => void) => Promise<TestSummary>;

const types = check([ASTRO, 'check', '--minimumSeverity', 'error'], { ASTRO_TELEMETRY_DISABLED: '1' });
const content = check(['src/cli/check.ts']);
const format = check(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
const lint = check(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']);

/** `npm test`, `npm run test:quick` and `npm run test:all`: what must hold before a change is published, and one line that sums it up. */
await runTool(async () => {
  const asked = process.argv[2] ?? 'kinds';
  const scope = SCOPES.find((name) => name === asked);
  if (!scope) throw userError('arguments', `"${asked}"`, `nothing, or one of ${SCOPES.join(', ')}`);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS);
  beginWork();

  const { passed, failed } = addUp(scope === 'quick' ? await testQuickly() : await testSite(scope));
  if (failed > 0) process.exitCode = 1;
  const { pages, builds } = workDone();
  console.log(`${countNoun(pages, 'page')} loaded in a browser, ${countNoun(builds, 'whole build')}`);
  console.log(`${passed} passed, ${failed} failed`);
});

/** Tests in a minute what needs neither a browser nor a built site; `npm run lint` is for the form of the code. */
function testQuickly(): Promise<TestSummary[]> {
  return besideEachOther(
    [['Types', types]],
    [
      ['Content', content],
      ['Rules, numbers and figures', suite('unit', 'vitest.config.ts')],
    ],
  );
}

/** Tests the same, and the built site. What needs no site goes on beside the long build and the tests of what it made. */
async function testSite(scope: 'kinds' | 'all'): Promise<TestSummary[]> {
  const env: Record<string, string> = { SITE_URL: TEST_SITE_URL };
  const browser: Job = async (say) => {
    const path = await findBrowser(indent).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      say(error.message);
    });
    // The PDFs are tested too, so a build that leaves them out would not do.
    if (path !== undefined) Object.assign(env, { CHROMIUM_PATH: path, BRIEFINGS: 'all' });
    return summaryOfCheck(path !== undefined);
  };
  let isBuilt = false;
  const build: Job = async (say) => {
    const summary = await check(['src/cli/build.ts'], env)(say);
    isBuilt = summary.failed === 0;
    if (isBuilt) noteWork('build', TEST_SITE_URL);
    return summary;
  };
  const site: Job = async (say) => {
    // It takes minutes, so its lines are shown as they come.
    if (isBuilt && env['CHROMIUM_PATH'] !== undefined)
      return suite('site', 'tests/site/vitest.config.ts', [], { ...env, SITE_PAGES: scope })(indent);
    say('It cannot be tested without a browser and a built site.');
    return summaryOfCheck(false);
  };
  return besideEachOther(
    [
      ['A browser', browser],
      [`The site, its content checked, built as ${TEST_SITE_URL}`, build],
      ['The built site', site],
    ],
    [
      ['Rules, numbers and figures', suite('unit', 'vitest.config.ts', ['--maxWorkers=1'])],
      ['Types', types],
      ['Form', format],
      ['Lint', lint],
    ],
  );
}

/** Runs rows of jobs at the same time, a row’s own one after another, and prints the output of each when it ends. */
async function besideEachOther(...rows: [name: string, job: Job][][]): Promise<TestSummary[]> {
  const runRow = async (row: [string, Job][]) => {
    const summaries: TestSummary[] = [];
    for (const [name, job] of row) {
      const lines: string[] = [];
      console.log(`${name} …`);
      const begun = performance.now();
      const summary = await job((line) => lines.push(line));
      console.log(
        `${name}: ${summary.failed === 0 ? 'passed' : 'failed'} after ${Math.round((performance.now() - begun) / 1_000)} s`,
      );
      lines.forEach(indent);
      summaries.push(summary);
    }
    return summaries;
  };
  return (await Promise.all(rows.map(runRow))).flat();
}

/** Makes a job of a program that succeeds or fails as a whole. */
function check(args: string[], env: Record<string, string> = {}): Job {
  return async (say) => summaryOfCheck((await run(process.execPath, args, { env, onLine: say })).code === 0);
}

/** Makes a job of the tests of one configuration. */
function suite(name: string, config: string, more: string[] = [], env: Record<string, string> = {}): Job {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return async (say) => {
    const args = [VITEST, 'run', '--config', config, ...reporters, ...more];
    const { code } = await run(process.execPath, args, { env, onLine: say });
    return summaryOfReport(report, code);
  };
}

function indent(line: string): void {
  console.log(`    ${line}`);
}
