import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_SITE_URL } from '../../src/cli/test-summary.ts';

const SECOND = 1_000;

/** Files that take most of the time, the longest first; the others fill the other workers' time beside them. */
const LONG = [
  'rebuild',
  'print-pages',
  'print-sheets',
  'changed-content',
  'page-kinds',
  'briefings',
  'page-kinds-long',
  'day-briefs',
  'reading',
  'promise',
  'commands',
  'hard-conditions',
  'policy',
  'hosts',
  'print',
  'citing',
  'arriving',
  'downloads',
  'timeline',
  'briefing-full',
  'photocopy',
  'any-host',
  'without-drawings',
  'pictures',
  'print-colophon',
  'day-control',
];

/** Files that need programs of the machine which only whoever makes a release has: a Java, LibreOffice. */
const BEFORE_A_RELEASE = ['html-checker', 'workbook'].map((name) => `tests/site/${name}.test.ts`);

/** Begins with what takes longest, so that no worker stands idle at the end while another is in the middle of it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Tests of the built site, `dist`, in a browser that can reach nothing but this machine. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/site/**/*.test.ts'],
    exclude: process.env['SITE_PAGES'] === 'all' ? [] : BEFORE_A_RELEASE,
    globalSetup: ['tests/site/kit/serve-dist.ts'],
    setupFiles: ['tests/unit/kit/after-each-file.ts'],
    env: { TZ: 'UTC', SITE_URL: TEST_SITE_URL },
    testTimeout: 300 * SECOND,
    hookTimeout: 600 * SECOND,
    // Twice the cores of a small machine: each often waits for its browser or for a build.
    maxWorkers: 4,
    // A worker parses a page and reads the facts once for all its files.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Browsers take their time; a line for each file says enough.
    slowTestThreshold: 60 * SECOND,
    // What a test prints is meant for the person who waits.
    disableConsoleIntercept: true,
  },
});
