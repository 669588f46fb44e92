import { defineConfig } from 'vitest/config';

/** Tests of rows, rules and prose; those of the built pages have a configuration of their own in `tests/site`. */
export default defineConfig({
  test: {
    include: ['tests/{unit,content,figures}/**/*.test.ts'],
    env: { TZ: 'UTC', LANG: 'en_GB.UTF-8' },
    testTimeout: 30_000,
  },
});
