import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** A page without the quotes that HTML does not need: there are thousands in a long one, and on a slow line each byte is waited for. */
export function leanPage(html: string): string {
  const places = [...elementsOf(parsePage(html))].flatMap(({ sourceCodeLocation }) => Object.values(sourceCodeLocation?.attrs ?? {}));
  return applyEdits(
    html,
    places.flatMap(({ startOffset: from, endOffset: to }) => {
      const [, name, value] = PLAIN.exec(html.slice(from, to)) ?? [];
      // Before the slash of an empty element in a drawing, the value would take the slash in.
      return name === undefined || html[to] === '/' ? [] : [{ from, to, text: `${name}${value}` }];
    }),
  );
}
