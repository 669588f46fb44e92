import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcons } from '../build/icons.ts';

/** Draws `favicon.ico` and `apple-touch-icon.png` anew. Run by hand after an edit of `public/icon.svg`: `npm run icons`. */
for (const [name, bytes] of Object.entries(drawIcons(readFileSync('public/icon.svg', 'utf8')))) {
  writeFileSync(join('public', name), bytes);
}
