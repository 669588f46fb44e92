import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../build/browser.ts';
import { UserError, runTool } from '../build/user-error.ts';
import { numberSteps } from '../build/progress.ts';
import { run } from '../build/run.ts';
import { addUp, summaryOf, summaryOfReport, type TestSummary } from './test-summary.ts';

/** The address that the pages are built for when they are tested; nothing is ever fetched from it. */
const SITE_URL = 'https://explainer.example';

const ASTRO = 'node_modules/astro/bin/astro.mjs';
const VITEST = 'node_modules/vitest/vitest.mjs';
const REPORTS = 'test-results';

/** `npm test`: everything that must hold before a change is published, and one line that sums it up. */
await runTool(async () => {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS);
  const step = numberSteps(6);
  const tallies: TestSummary[] = [];

  step('Checking the types');
  tallies.push(await check([ASTRO, 'check', '--minimumSeverity', 'error'], { ASTRO_TELEMETRY_DISABLED: '1' }));

  step('Checking the content');
  tallies.push(await check(['src/cli/check.ts']));

  step('Testing the rules, the numbers and the figures');
  tallies.push(await suite('unit', 'vitest.config.ts'));

  step('Looking for a browser');
  const browser = await findBrowser(indent).catch(giveUp);
  if (browser !== null) indent(browser);
  tallies.push(summaryOf(browser !== null));

  step(`Building the site as ${SITE_URL}`);
  // The PDFs are tested too, so a build that leaves them out would not do.
  const env = { SITE_URL, ...(browser !== null && { CHROMIUM_PATH: browser, BRIEFINGS: 'all' }) };
  const built = await check(['src/cli/build.ts'], env);
  tallies.push(built);

  step('Testing the built site');
  if (browser !== null && built.failed === 0) {
    tallies.push(await suite('site', 'tests/site/vitest.config.ts', env));
  } else {
    indent('Not possible without a browser and a built site.');
    tallies.push(summaryOf(false));
  }

  const { passed, failed } = addUp(tallies);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});

async function check(args: string[], env: Record<string, string> = {}): Promise<TestSummary> {
  const { code } = await run(process.execPath, args, { env, onLine: indent });
  return summaryOf(code === 0);
}

async function suite(name: string, config: string, env: Record<string, string> = {}): Promise<TestSummary> {
  const report = join(REPORTS, `${name}.json`);
  const args = [
    VITEST,
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, args, { env, onLine: indent });
  return summaryOfReport(report, code);
}

function giveUp(error: unknown): null {
  if (!(error instanceof UserError)) throw error;
  indent(error.message);
  return null;
}

function indent(line: string): void {
  console.log(`    ${line}`);
}
