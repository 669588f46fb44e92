import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent, type HtmlElement } from '../../src/build/html-tree.ts';
import { publicationDate } from '../../src/data/as-published.ts';
import { MONTHS, parseDate } from '../../src/data/format.ts';
import { firstDay, lastDay } from '../../src/data/schemas/dates.ts';
import { dayAddress } from '../../src/site/addresses.ts';
import { useBrowser } from './kit/browser.ts';
import { canonicalOf, elementsBuilt, parseBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { pagesOf, printed, scan } from './kit/print.ts';
import { linksOf, oneSpace, withClass, withTag } from './kit/words.ts';

const days = [...ledger.briefs.keys()];
const visit = useBrowser();

/** Parts of a page that are of today and say so: what is known now, the addresses of all sources, how to cite this edition, how to go on. */
const OF_TODAY = ['now', 'cited', 'copy-as', 'imprint', 'beside', 'brief__rule'];

/** Returns everything under an element that a reader can see, hear or be shown, without the parts of today. */
function wordsOfThen(element: HtmlElement): string {
  const isOfToday = (attributeOf(element, 'class') ?? '').split(' ').some((name) => OF_TODAY.includes(name));
  if (isOfToday) return '';
  const own = ['alt', 'title', 'aria-label', 'content'].map((name) => attributeOf(element, name) ?? '');
  const inside = element.childNodes.map((node) =>
    'tagName' in node ? wordsOfThen(node) : 'value' in node ? String(node.value) : '',
  );
  return [...own, ...inside].join(' ');
}

const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const DATE = new RegExp(
  `\\b(?:20\\d\\d-\\d\\d(?:-\\d\\d)?|(?:(?:\\d{1,2} )?(?:${MONTH}) )?20\\d\\d|\\d{1,2} (?:${MONTH}))\\b`,
  'g',
);

/** Returns the day or month that words name; without a year, the first such day since the month before the operation. */
function dateOf(words: string): string | null {
  if (/-/.test(words)) return words;
  if (/\d{4}$/.test(words)) return parseDate(words);
  return (
    ['2023', '2024'].map((year) => parseDate(`${words} ${year}`)).find((date) => date !== null && date >= '2023-10') ??
    null
  );
}

/** Lists the dates in words that lie after a day, with the words before them. */
function laterDates(words: string, day: string): string[] {
  return [...oneSpace(words).matchAll(DATE)].flatMap(({ 0: found, index, input }) => {
    const date = dateOf(found);
    return date !== null && firstDay(date) > day ? [input.slice(Math.max(0, index - 40), index + found.length)] : [];
  });
}

it('there are briefs, and the timeline, the claims and the pages of figures lead to each', () => {
  expect(days.length).toBeGreaterThanOrEqual(3);
  for (const file of ['timeline.html', 'claims.html', 'figures/positions-lost.html'])
    expect(elementsBuilt(file).map((element) => attributeOf(element, 'href'))).toEqual(
      expect.arrayContaining(days.map((id) => expect.stringContaining(dayAddress({ id })) as string)),
    );
});

describe.each(days)('the brief of %s', (day) => {
  const file = dayAddress({ id: day });
  const page = parseBuilt(file);
  const [main] = withTag(page, 'main') as [HtmlElement];

  it('names no later date outside of what it marks as known now: in no sentence, picture, title or preview', () => {
    const heads = elementsBuilt(file).filter(
      ({ tagName, attrs }) =>
        tagName === 'title' ||
        (tagName === 'meta' && attrs.some(({ value }) => /^(?:description|og:|twitter:)/.test(value))),
    );
    const words = [...heads.map((element) => `${wordsOfThen(element)}`), wordsOfThen(main)].join('\n');
    expect(words.length).toBeGreaterThan(2_000);
    expect(laterDates(words, day)).toEqual([]);
    // The test reads dates: today’s parts have some.
    expect(laterDates(textContent(main), day).length).toBeGreaterThan(5);
  });

  it('rests what it says of then on rows and sources of then', () => {
    const isThen = (date: string | null) => date !== null && lastDay(date) <= day;
    const brief = ledger.briefs.get(day)!;
    expect(
      brief.numbers.map(({ number }) => ledger.observations.get(number)!.published).filter((date) => !isThen(date)),
    ).toEqual([]);
    const ofToday = new Set(OF_TODAY.flatMap((name) => withClass(main, name)).flatMap((part) => [...elementsOf(part)]));
    const cited = [...elementsOf(main)]
      .filter((element) => !ofToday.has(element))
      .flatMap((element) => /sources\.html#source-(.+)/.exec(attributeOf(element, 'href') ?? '')?.[1] ?? []);
    expect(cited.length).toBeGreaterThan(8);
    const later = cited.filter((id) => {
      const source = ledger.sources.get(id)!;
      return !isThen(source.updated ?? publicationDate(source));
    });
    expect(later).toEqual([]);
  });

  it('says what is known now under each number and each sentence, and names it so', () => {
    const lines = withTag(main, 'li').filter((item) => withClass(item, 'now').length > 0);
    const { numbers, known, claimed, claims, unknown } = ledger.briefs.get(day)!;
    expect(lines).toHaveLength([numbers, known, claimed, claims, unknown].flat().length);
    const now = withClass(main, 'now').filter(({ tagName }) => tagName === 'p');
    expect(now.filter((part) => !textContent(part).startsWith('Known now:'))).toEqual([]);
    expect(now.length).toBeGreaterThan(lines.length);
  });

  it('is one page of A4 and of Letter, with its sources and a code that leads back', async () => {
    const prints = await visit(file, {}, async (opened) => [
      await printed(opened, 'A4'),
      await printed(opened, 'Letter'),
    ]);
    for (const pdf of prints) {
      const pages = await pagesOf(pdf);
      expect(pages).toHaveLength(1);
      for (const words of ['Known now:', 'Sources cited, with addresses', 'Cite as', 'Page 1 of 1'])
        expect(pages[0]!.text).toContain(words);
      expect(await scan(pdf, 1)).toBe(canonicalOf(file));
    }
  });

  it('offers its address, its own picture and paper', () => {
    const [actions] = withClass(main, 'page-actions') as [HtmlElement];
    expect(linksOf(actions).map(({ href }) => href.replace(/^\.\.\//, ''))).toEqual([
      file,
      `cards/then-${day}.png`,
      'briefings.html',
    ]);
  });
});
