import { defineConfig } from 'vitest/config';

/** Tests of rows, rules and prose; those of the built pages have a configuration of their own in `tests/site`. */
export default defineConfig({
  test: {
    include: ['tests/{unit,content}/**/*.test.ts'],
    env: { TZ: 'UTC', LANG: 'en_GB.UTF-8' },
    // Some start a program of their own, which takes its time on a busy machine.
    testTimeout: 120_000,
    setupFiles: ['tests/unit/kit/after-each-file.ts'],
    // One worker a core, which reads code and content once: no test may change what another file reads.
    isolate: false,
    maxWorkers: 2,
  },
});
