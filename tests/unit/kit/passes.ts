import { applyEdits, readPage, type Edit, type Page } from '../../../src/build/page.ts';
import { textContent } from '../../../src/build/html-tree.ts';
import type { OwnTexts } from '../../../src/layouts/own-texts.ts';

/** Returns the texts of every style and script of a page, as if the build had written them all. */
export function allOwn(html: string, file = 'a.html'): OwnTexts {
  const texts = (name: string) =>
    new Set(
      readPage(file, html)
        .elements.filter(({ tagName }) => tagName === name)
        .map(textContent),
    );
  return { styles: texts('style'), scripts: texts('script') };
}

/** Applies one pass to a page. @returns The HTML. */
export function afterPass(pass: (page: Page) => Edit[], html: string, file = 'a.html'): string {
  return applyEdits(html, pass(readPage(file, html)));
}
