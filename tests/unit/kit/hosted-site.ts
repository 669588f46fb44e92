import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPolicies } from '../../../src/build/hosts/headers.ts';
import { contentPolicy } from '../../../src/build/passes/content-policy.ts';
import { afterPass } from './passes.ts';
import { tempFolder } from './temp.ts';

/** Writes a page with one style. */
export const page = (style: string) =>
  afterPass(
    (page) => contentPolicy(page, { styles: new Set([style]), scripts: new Set() }),
    `<!doctype html><html><head><meta charset="utf-8"><title>A</title><style>${style}</style></head><body></body></html>`,
  );
/** Pages of a site that is written for hosts. */
export const PAGES = [
  '404.html',
  'a-z.html',
  'embed/map.html',
  'figures/map.html',
  'figures/rows.html',
  'index.html',
  's/after.html',
  's/china.html',
];
const OTHERS = [
  'data/rows.csv',
  'embed/map.json',
  'explainer.txt',
  'feed.xml',
  'figures/map.svg',
  'robots.txt',
  's/china.txt',
  'search-index.json',
];
/** All files of that site, in order. */
export const FILES = [...PAGES, ...OTHERS].sort();

/** Writes the site, in which each page has a style of its own, into a folder that goes after the test. */
export function site(): string {
  const folder = tempFolder();
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file.endsWith('.html') ? page(`.${file}{}`) : file);
  }
  return folder;
}

/** Policies of its pages. */
export const policies = readPolicies(site(), PAGES);
/** Returns the policy of one of its pages. */
export const policyOf = (file: string) => policies.get(file)!;
