import { join } from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { runTool } from '../build/user-error.ts';
import { assertFree, listen, siteServer } from './serve.ts';
import { readPort } from '../build/settings.ts';

/** `npm start`: builds the site and serves it on this machine. */
await runTool(async () => {
  const root = process.cwd();
  const port = readPort(process.env);
  await assertFree(port, 'npm start');
  await buildSite(root);
  const open = await listen(siteServer(join(root, 'dist')), port);
  console.log(`Open http://127.0.0.1:${open}/ (stop with Ctrl-C)`);
});
