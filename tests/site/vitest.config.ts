import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

/** Tests of the built site, `dist`, in a browser that can reach nothing but this machine. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/site/**/*.test.ts'],
    globalSetup: ['tests/site/kit/serve-dist.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 300 * SECOND,
    hookTimeout: 240 * SECOND,
    maxWorkers: 2,
    // Browsers take their time; a line for each file says enough.
    slowTestThreshold: 60 * SECOND,
    // What a test prints is meant for the person who waits.
    disableConsoleIntercept: true,
  },
});
