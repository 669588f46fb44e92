import { buildSite } from '../build/build-site.ts';
import { runTool } from '../build/user-error.ts';

/** `npm run build`: the finished site in `dist`. */
await runTool(() => buildSite(process.cwd()));
