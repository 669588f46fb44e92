import { buildSite } from '../build/build-site.ts';
import { runTool } from '../build/user-error.ts';

/** `npm run build:all`: the finished site in `dist`, with its PDFs; a browser is installed if there is none. */
await runTool(() => {
  process.env['BRIEFINGS'] = 'all';
  return buildSite(process.cwd());
});
