import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, type HtmlElement } from '../../src/build/html-tree.ts';
import { formatDate, formatDateShort } from '../../src/data/format.ts';
import { PAGES, parseBuilt } from './kit/dist.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger, plain } from './kit/faults.ts';
import { linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const visit = useBrowser();
const files = PAGES.filter((file) => /^(?:s|figures)\//.test(file));

describe.each(files)('the sources that %s cites', (file) => {
  const page = parseBuilt(file);
  const [list] = withClass(page, 'cited');
  const entries = withTag(list!, 'li').map(wordsOf);
  const links = linksTo(page as never, list!);

  it('are all listed at its end, each once', () => {
    const cited = new Set(links.map(({ id }) => id));
    expect(cited.size).toBeGreaterThan(0);
    expect(entries).toHaveLength(cited.size);
    expect([...cited].filter((id) => entries.filter((entry) => isOf(id, entry)).length === 0)).toEqual([]);
  });

  it('have their full address, or else the hosts of the copies that were read and no link to them', () => {
    const faults = [...new Set(links.map(({ id }) => id))].flatMap((id) => {
      const source = ledger.sources.get(id)!;
      const own = entries.filter((words) => isOf(id, words));
      const hosts =
        source.url === null ? source.copies.map((copy) => new URL(copy).hostname.replace(/^www\./, '')) : [];
      return own.some((entry) => hosts.every((host) => entry.includes(host))) ? [] : [`${id}: "${own.join('", "')}"`];
    });
    expect(faults).toEqual([]);
    const copies = new Set([...ledger.sources.values()].flatMap((source) => source.copies));
    expect(linksOf(list!).filter(({ href }) => copies.has(href))).toEqual([]);
  });

  it('are led to by the number or the words of each link', () => {
    const cited = [...new Set(links.map(({ id }) => id))].map((id) => ledger.sources.get(id)!);
    const faults = links.flatMap(({ id, number, words }) => {
      const source = ledger.sources.get(id)!;
      if (number !== undefined)
        return isOf(id, entries[number - 1] ?? '') ? [] : [`${words}: ${number} is "${entries[number - 1]}"`];
      const fits = cited.filter((other) => other.publisher === source.publisher);
      const onDay = fits.filter(
        ({ published }) => published !== null && published === source.published && isOfDay(published, words),
      );
      return fits.length === 1 || onDay.length === 1
        ? []
        : [`${words}: ${fits.length} of this publisher, ${onDay.length} of this day`];
    });
    expect(faults).toEqual([]);
  });
});

it('a number stands in square brackets behind its link on paper, and on no screen', async () => {
  const [onScreen, onPaper] = await visit('s/china.html', {}, async (page) => {
    const numbers = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('a[data-no]')].map((link) => [
          link.getAttribute('data-no'),
          getComputedStyle(link, '::after').content,
        ]),
      );
    const screen = await numbers();
    await page.emulateMedia({ media: 'print' });
    return [screen, await numbers()];
  });
  expect(onPaper!.length).toBeGreaterThan(10);
  expect(new Set(onScreen!.map(([, words]) => words))).toEqual(new Set(['none']));
  // Browsers differ in whether they fill in what an attribute says.
  expect(
    onPaper!.filter(
      ([number, words]) => !/\[/.test(words!) || !(words!.includes(number!) || words!.includes('attr(data-no)')),
    ),
  ).toEqual([]);
});

/** The links to entries of sources, except the list's own. */
function linksTo(page: HtmlElement, list: HtmlElement): { id: string; number: number | undefined; words: string }[] {
  const own = new Set(elementsOf(list));
  return [...elementsOf(page)].flatMap((element) => {
    const id = /sources\.html#source-(.+)$/.exec((element.tagName === 'a' && attributeOf(element, 'href')) || '')?.[1];
    if (id === undefined || own.has(element)) return [];
    const number = attributeOf(element, 'data-no');
    return [{ id, number: number === undefined ? undefined : Number(number), words: wordsOf(element) }];
  });
}

/** Whether an entry of the list can be that of a source: it names the publisher, and the address or else the day or the headline. */
function isOf(id: string, entry: string): boolean {
  const { publisher, url, title, published } = ledger.sources.get(id)!;
  if (!entry.startsWith(plain(publisher))) return false;
  // The explainer, which has hundreds, leaves the beginning of each out.
  if (url !== null) return entry.endsWith(` ${url}`) || entry.endsWith(` ${url.replace(/^https:\/\//, '')}`);
  return (
    /read in a copy/i.test(entry) &&
    (entry.includes(plain(title).slice(0, 6)) || (published !== null && isOfDay(published, entry)))
  );
}

/** Whether a text names a day, in full or in short. */
function isOfDay(day: string, entry: string): boolean {
  return [formatDateShort(day), formatDate(day)].some((words) => new RegExp(`(?<!\\d)(?<!\\d )${words}`).test(entry));
}
