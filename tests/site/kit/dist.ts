import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalOf } from '../../unit/kit/compressed.ts';
import {
  attributeOf,
  elementsOf,
  parsePage,
  type HtmlDocument,
  type HtmlElement,
} from '../../../src/build/html-tree.ts';
import { READING_COPY } from '../../../src/site/editions.ts';
import { listFiles, listPages } from '../../../src/build/files.ts';

/** The project, and its built site. */
export const ROOT = process.cwd();
export const DIST = join(ROOT, 'dist');

/** Everything that was built, as relative paths. Packed copies are the same files again, and stand apart. */
export const FILES = listFiles(DIST).filter((file) => originalOf(file) === undefined);
export const COPIES = listFiles(DIST).filter((file) => originalOf(file) !== undefined);
export const PAGES = listPages(DIST);

/** Pages that have moved and only lead on; with scripts they are gone before a browser shows them. */
export const MOVED = PAGES.filter((file) => readBuilt(file).includes('id="moved-to"'));

/** Figures for a frame on somebody else’s page, and all others. */
export const EMBEDS = PAGES.filter((file) => file.startsWith('embed/'));
export const WHOLE_PAGES = PAGES.filter((file) => ![...EMBEDS, ...MOVED].includes(file));

/** Of the kinds with many pages, those that stand for the others: the fullest, and a short one where scripts or tables differ. */
const EXAMPLES = [
  's/losses.html',
  's/glance.html',
  'figures/map.html',
  'figures/displaced-since-1027.html',
  'then/2023-12-01.html',
  'embed/map.html',
  'embed/displaced-since-1027.html',
];

/** One or two pages of each kind: a kind is a page at the top of the site, or a folder of pages drawn alike. */
export const KINDS = PAGES.filter((file) => (!file.includes('/') || EXAMPLES.includes(file)) && !MOVED.includes(file));

/** Whether everything is tried out, as before a release (`npm run test:all`), or some of each kind. */
export const IS_WHOLE = process.env['SITE_PAGES'] === 'all';

/** The pages that are opened in a browser: some of each kind, or with `SITE_PAGES=all` (`npm run test:all`) every one. */
export const VISITED = IS_WHOLE ? PAGES.filter((file) => !MOVED.includes(file)) : KINDS;

/** Pages that take as long as many others, and are tried beside them. */
export const LONG_PAGES = ['index.html', READING_COPY, 'sources.html'];

/** The page on which a figure is tried out: its own, which has all its rows and loads in a tenth of the explainer's time. */
export function pageOfFigure(figure: string): string {
  return `figures/${figure}.html`;
}

/** Reads the text of a built file. */
export function readBuilt(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

const parsed = new Map<string, HtmlDocument>();

/** Parses a built page, once for all tests of a worker: they look at it, and change none of it. */
export function parseBuilt(file: string): HtmlDocument {
  const known = parsed.get(file) ?? parsePage(readBuilt(file));
  parsed.set(file, known);
  return known;
}

/** Lists the elements of a built page, in their order. */
export function elementsBuilt(file: string): HtmlElement[] {
  return [...elementsOf(parseBuilt(file))];
}

/** Returns the canonical address of a page; undefined if the site was built without one. */
export function canonicalOf(file: string): string | undefined {
  const link = elementsBuilt(file).find((element) => attributeOf(element, 'rel') === 'canonical');
  return link && attributeOf(link, 'href');
}
