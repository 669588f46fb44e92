import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalOf } from '../../../src/build/precompress.ts';
import { parsePage, type HtmlDocument } from '../../../src/build/html.ts';
import { isText } from '../../../src/site/editions.ts';
import { listFiles, listPages } from '../../../src/build/files.ts';

/** The project, and its built site. */
export const ROOT = process.cwd();
export const DIST = join(ROOT, 'dist');

/** Everything that was built, as relative paths. Packed copies are the same files again, and stand apart. */
export const FILES = listFiles(DIST).filter((file) => originalOf(file) === undefined);
export const COPIES = listFiles(DIST).filter((file) => originalOf(file) !== undefined);
export const PAGES = listPages(DIST);

/** Figures for a frame on somebody else’s page, pages in words alone, and all others. */
export const EMBEDS = PAGES.filter((file) => file.startsWith('embed/'));
export const TEXTS = PAGES.filter(isText);
export const WHOLE_PAGES = PAGES.filter((file) => !EMBEDS.includes(file) && !TEXTS.includes(file));

/** The text of a built file. */
export function readBuilt(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

/** A built page, parsed. */
export function parseBuilt(file: string): HtmlDocument {
  return parsePage(readBuilt(file));
}
