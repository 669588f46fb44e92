import { join } from 'node:path';
import { readPort, readSiteUrl } from '../build/settings.ts';
import { runTool } from '../build/user-error.ts';
import { assertFree, listen, siteServer } from './serve.ts';

/** `npm start`: builds the site and serves it on this machine. */
await runTool(async () => {
  const root = process.cwd();
  const port = readPort(process.env);
  readSiteUrl(process.env);
  await assertFree(port, 'npm start');
  // The build takes seconds to load; nobody should wait that long to read of a mistyped setting.
  const { buildSite } = await import('../build/build-site.ts');
  await buildSite(root);
  const open = await listen(siteServer(join(root, 'dist')), port);
  console.log(`Open http://127.0.0.1:${open}/ (stop with Ctrl-C)`);
});
