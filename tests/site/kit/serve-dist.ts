import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../src/build/browser.ts';
import { userError } from '../../../src/build/user-error.ts';
import { listen, siteServer } from '../../../src/cli/serve.ts';
import { DIST } from './dist.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a slash at its end. */
    origin: string;
    /** Path of the browser to test with. */
    chromium: string;
  }
}

/** One server and one search for a browser, shared by all test files. */
export default async function serveDist({ provide }: TestProject): Promise<() => void> {
  if (!existsSync(DIST)) throw userError('dist', 'nothing', 'a built site: run npm run build first');
  provide('chromium', await findBrowser());
  const server = siteServer(DIST);
  provide('origin', `http://127.0.0.1:${await listen(server, 0)}`);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
