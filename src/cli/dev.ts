import { runTool } from '../build/user-error.ts';
import { assertFree } from './serve.ts';
import { prepareAstro, readPort, readSiteUrl } from '../build/settings.ts';

/** `npm run dev`: shows the pages as they are edited. */
await runTool(async () => {
  // Astro would answer a wrong address with a stack.
  readSiteUrl(process.env);
  prepareAstro(process.env, 'development');
  const port = readPort(process.env);
  // Astro would take the next one, and say so among other lines.
  await assertFree(port, 'npm run dev');
  const { dev } = await import('astro');
  await dev({ root: process.cwd(), server: { host: '127.0.0.1', port } });
});
