import { textOf } from '../../site/editions.ts';

/** Returns the addresses of the texts in a site by those of the pages that they are of. */
export function textsByPage(files: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(files);
  return new Map(
    files.flatMap((page) => {
      const text = textOf(page);
      return text !== null && known.has(text) ? [[page, text]] : [];
    }),
  );
}

/** Lists the paths under which hosts give a page: with the end of its name and without, and that of the top. */
export function namesOf(page: string): string[] {
  const name = `/${page.replace(/\.html$/, '')}`;
  return [...(page === 'index.html' ? ['/'] : []), name, `/${page}`];
}
