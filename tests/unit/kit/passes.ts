import { applyEdits, type Edit } from '../../../src/build/edits.ts';
import { readPage, type Page } from '../../../src/build/page.ts';

/** Applies one pass to a page. @returns The HTML. */
export function afterPass(pass: (page: Page) => Edit[], html: string, file = 'a.html'): string {
  return applyEdits(html, pass(readPage(file, html)));
}
