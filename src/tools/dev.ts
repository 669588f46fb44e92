import { runTool } from './complaint.ts';
import { prepareAstro, readPort } from './settings.ts';

/** `npm run dev`: shows the pages as they are edited. */
await runTool(async () => {
  prepareAstro(process.env, 'development');
  const port = readPort(process.env);
  const { dev } = await import('astro');
  await dev({ root: process.cwd(), server: { host: '127.0.0.1', port } });
});
