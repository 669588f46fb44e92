import { buildSite } from './build-site.ts';
import { runTool } from './complaint.ts';

/** `npm run build`: the finished site in `dist`. */
await runTool(() => buildSite(process.cwd()));
