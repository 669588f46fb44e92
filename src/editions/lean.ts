import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { html as names } from 'parse5';
import { applyEdits } from './edits.ts';
import { elementsOf, parsePage } from './html.ts';

/** A quoted value of letters that no part of a tag is made of, so that it is the same without its quotes. */
const PLAIN = /^(\S+=)"([^\s"'`=<>&]*[^\s"'`=<>&/])"$/;

/** Writes pages without the quotes that HTML does not need. */
export function leanPages(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path, leanPage(readFileSync(path, 'utf8')));
  }
}

/**
 * A page without the quotes that HTML does not need: there are thousands in a long one, and on a slow line each byte is waited for.
 * Drawings keep theirs, for whoever saves one to a file of its own.
 */
export function leanPage(html: string): string {
  const places = [...elementsOf(parsePage(html))].filter(({ namespaceURI }) => namespaceURI === names.NS.HTML).flatMap(({ sourceCodeLocation }) => Object.values(sourceCodeLocation?.attrs ?? {}));
  return applyEdits(
    html,
    places.flatMap(({ startOffset: from, endOffset: to }) => {
      const [, name, value] = PLAIN.exec(html.slice(from, to)) ?? [];
      // The value would take a slash in that ends the tag.
      return name === undefined || html[to] === '/' ? [] : [{ from, to, text: `${name}${value}` }];
    }),
  );
}
