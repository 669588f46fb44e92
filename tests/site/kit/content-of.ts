import type { Page } from 'playwright';
import { attributeOf, elementsOf, textContent } from '../../../src/build/html-tree.ts';
import { parseBuilt } from './dist.ts';
import { oneSpace, withClass, withTag } from './words.ts';

/** Returns what a page has for its readers, and the number of controls that scripts have added. */
export async function contentOf(page: Page) {
  return page.evaluate(() => {
    const main = (document.querySelector('main') as HTMLElement).cloneNode(true) as HTMLElement;
    const added = main.querySelectorAll('.comfort');
    for (const element of added) element.remove();
    const count = (selector: string) => main.querySelectorAll(selector).length;
    return {
      added: added.length,
      words: (main.textContent ?? '').replace(/\s+/g, ' ').trim(),
      pictures: count('svg'),
      marks: count('svg *'),
      tables: count('table'),
      rows: count('tr'),
      links: count('a[href]'),
      ids: count('[id]'),
      details: count('details'),
    };
  });
}

/** Returns the same of the file of a page: what a browser has of it where no script runs. */
export function contentInFile(file: string): Awaited<ReturnType<typeof contentOf>> {
  const [main] = withTag(parseBuilt(file), 'main');
  const elements = [...elementsOf(main!)];
  const pictures = withTag(main!, 'svg');
  return {
    added: withClass(main!, 'comfort').length,
    words: oneSpace(textContent(main!)),
    pictures: pictures.length,
    marks: new Set(pictures.flatMap((picture) => [...elementsOf(picture)])).size,
    tables: withTag(main!, 'table').length,
    rows: withTag(main!, 'tr').length,
    links: withTag(main!, 'a').filter((link) => attributeOf(link, 'href') !== undefined).length,
    ids: elements.filter((element) => attributeOf(element, 'id') !== undefined).length,
    details: withTag(main!, 'details').length,
  };
}
