import { buildSite } from './build-site.ts';
import { runTool } from './complaint.ts';

/** `npm run build:all`: the finished site in `dist`, with its PDFs; a browser is installed if there is none. */
await runTool(() => buildSite(process.cwd(), 'all'));
