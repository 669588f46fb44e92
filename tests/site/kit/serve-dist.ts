import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../src/build/browser.ts';
import { userError } from '../../../src/build/user-error.ts';
import { listen, siteServer } from '../../../src/cli/serve.ts';
import { TEST_SITE_URL } from '../../../src/cli/test-summary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a slash at its end. */
    origin: string;
    /** Path of the browser to test with. */
    chromium: string;
  }
}

const DIST = 'dist';

/** Starts one server and finds one browser, shared by all test files. */
export default async function serveDist({ provide }: TestProject): Promise<() => void> {
  const found = otherSite();
  if (found !== undefined) {
    const remedy = `one built with SITE_URL=${TEST_SITE_URL} (SITE_URL=${TEST_SITE_URL} npm run build:all)`;
    // One sentence, where a thrown error would be shown with the code around it.
    console.error(userError(DIST, found, remedy).message);
    process.exit(1);
  }
  provide('chromium', await findBrowser());
  const server = siteServer(DIST);
  provide('origin', `http://127.0.0.1:${await listen(server, 0)}`);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

/** What lies in `dist`, if it is not the site whose pages give themselves the addresses that the tests look for. */
function otherSite(): string | undefined {
  const page = join(DIST, 'index.html');
  if (!existsSync(page)) return 'no site';
  const [, address] = /<link rel="?canonical"? href="?([^"> ]+)/.exec(readFileSync(page, 'utf8')) ?? [];
  if (address === undefined) return 'a site built without SITE_URL';
  return address === `${TEST_SITE_URL}/` ? undefined : `a site built with SITE_URL=${address}`;
}
