import type { Page } from 'playwright';

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
