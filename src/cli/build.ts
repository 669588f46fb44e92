import { buildSite } from '../build/build-site.ts';
import { runTool } from '../build/user-error.ts';

/** `npm run build`: the finished site in `dist`. `npm run build:all` asks for its PDFs too (`BRIEFINGS=all`): a browser is installed if there is none. */
await runTool(() => buildSite(process.cwd()));
