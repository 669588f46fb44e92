import { beforeAll, describe, expect, it } from 'vitest';
import { figurePages } from '../../src/figures/all-works.ts';
import { formatDate } from '../../src/data/format.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';
import { pagesOf, printed, scan, type Paper, type PrintedPage } from './kit/print.ts';
import { canonicalOf, IS_WHOLE } from './kit/dist.ts';

const { site } = ledger;
const figures = figurePages(ledger);
const visit = useBrowser();

const print = (file: string, paper: Paper = 'A4') => visit(file, {}, (page) => printed(page, paper));

const foot = (file: string) =>
  [
    `Data to ${formatDate(site.dataDate)}`,
    `version ${site.version}`,
    canonicalOf(file)
      ?.replace(/^https:\/\//, '')
      .replace(/\/$/, ''),
  ]
    .filter(Boolean)
    .join(' · ');

/** What each page must say at its margins, and does not. */
function marginFaults(file: string, pages: PrintedPage[], part: string | null, fromFirst: boolean): string[] {
  return pages.flatMap(({ text }, index) => {
    const wanted = [
      foot(file),
      `Page ${index + 1} of ${pages.length}`,
      ...(index > 0 || fromFirst ? [site.title, part ?? ''] : []),
    ];
    return wanted.filter((words) => !text.includes(words)).map((words) => `page ${index + 1} lacks "${words}"`);
  });
}

/** The papers that the sheet of a figure is tried on: lying across, Letter is the lower one. */
function papersOf(figure: string): readonly Paper[] {
  const papers = ['map', 'crossings', 'displaced-total'].includes(figure)
    ? (['Letter', 'A4'] as const)
    : (['A4'] as const);
  return IS_WHOLE ? papers : papers.slice(0, 1);
}

/** On how many pages a head of a table stands. */
const pagesWith = (pages: PrintedPage[], head: string) => pages.filter(({ text }) => text.includes(head)).length;

describe.each(figures.map(({ id, number, title }) => ({ id, number, title, file: `figures/${id}.html` })))(
  'figure $id',
  ({ id, number, title, file }) => {
    // The fullest sheets are tried on the lower paper, and on both if everything is.
    it.each(papersOf(id))(
      'is on one sheet of %s with its finding, its caveat, its sources and its colophon, and all else follows',
      async (paper) => {
        const pdf = await print(file, paper);
        const pages = await pagesOf(pdf);
        const [sheet, ...others] = pages;
        const work = figures.find((one) => one.id === id)!;
        const plain = (text: string) => text.replace(/\s+/g, '');
        for (const words of [
          title,
          work.finding,
          work.caveat!,
          'Sources: ',
          `Version ${site.version}`,
          'Cite as',
          site.licence.url,
        ])
          expect(plain(sheet!.text), words).toContain(plain(words));
        expect(pages.map(({ isAcross }) => isAcross)).toEqual([true, ...others.map(() => false)]);
        // The heads of a table are repeated on each page that it reaches.
        if (id === 'taken-and-returned')
          expect(pagesWith(others, 'By whom, what followed, and the sources')).toBeGreaterThan(1);
        // No empty page, and not a book for one picture.
        expect(others.filter(({ text }) => text.length < 300)).toEqual([]);
        expect(pages.length).toBeLessThanOrEqual(
          id === 'map' ? 14 : ['taken-and-returned', 'towns-month-by-month'].includes(id) ? 9 : 6,
        );
        expect(marginFaults(file, pages, `Figure ${number}: ${ledger.figures.get(id)!.name}`, true)).toEqual([]);
        expect(await scan(pdf, 1)).toBe(canonicalOf(file));
      },
    );
  },
);

describe('the timeline', () => {
  it.each(IS_WHOLE ? (['A4', 'Letter'] as const) : (['Letter'] as const))(
    'has its strip on one sheet of %s, and the list after it',
    async (paper) => {
      const pdf = await print('timeline.html', paper);
      const [sheet, ...others] = await pagesOf(pdf);
      expect(sheet!.isAcross).toBe(true);
      for (const words of ['Timeline', 'The reversals and after', '22 Apr 2025: Lashio handed back', 'Cite as'])
        expect(sheet!.text).toContain(words);
      expect(sheet!.text).not.toContain('Burma leaves British rule');
      expect(others.map(({ isAcross }) => isAcross)).toEqual(others.map(() => false));
      expect(others[0]!.text).toContain('Burma leaves British rule');
      expect(await scan(pdf, 1)).toBe(canonicalOf('timeline.html'));
    },
  );
});

describe('a section', () => {
  const file = 's/losses.html';
  let pdf: Buffer;
  let pages: PrintedPage[];
  beforeAll(async () => {
    pdf = await print(file);
    pages = await pagesOf(pdf);
  });

  it('begins as a memo: of what it is a part, how old it is, where it stands, its title and its finding', () => {
    const beginning = pages[0]!.text.slice(0, 700);
    // What a page says in its margins may come before its text.
    let at = beginning.indexOf('Section ');
    for (const words of [
      'of Operation 1027: an explainer',
      `Data to ${formatDate(site.dataDate)}`,
      canonicalOf(file) ?? '',
      'What the military lost',
    ]) {
      const next = beginning.indexOf(words, at);
      expect(next, `${words} in ${beginning}`).toBeGreaterThanOrEqual(at);
      at = next;
    }
    expect(beginning).not.toContain('Read on in the whole explainer');
    expect(beginning).not.toContain('China’s part');
  });

  it('has a running head from its second page, and a foot on each', () => {
    expect(marginFaults(file, pages, 'What the military lost', false)).toEqual([]);
    expect(pages[0]!.text.split(site.title)).toHaveLength(3);
  });

  it('ends with its sources and their addresses, then its colophon with a code that leads back', async () => {
    const last = pages.at(-1)!.text;
    const list = pages.findIndex(({ text }) => text.includes('Sources cited, with addresses'));
    expect(list).toBeGreaterThan(0);
    // An address may be broken at the end of a line.
    const printedWords = pages
      .slice(list)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, '');
    const addresses = ledger.sources
      .values()
      .flatMap(({ url }) => (url === null ? [] : [url.replace(/^https:\/\//, '')]));
    expect([...addresses].filter((address) => printedWords.includes(address)).length).toBeGreaterThan(50);
    expect(last).toContain('Cite as');
    expect(await scan(pdf, pages.length)).toBe(canonicalOf(file));
  });
});

describe('the explainer', () => {
  let pdf: Buffer;
  let pages: PrintedPage[];
  beforeAll(async () => {
    pdf = await print('index.html');
    pages = await pagesOf(pdf);
  });

  it('gives its answer on the first page, with the key numbers', () => {
    for (const words of [ledger.site.tagline, ...[...ledger.keyNumbers.values()].map(({ label }) => label)])
      expect(pages[0]!.text).toContain(words);
  });

  it('wastes no paper: not more pages than a reader would carry, and none without words', () => {
    console.log(`index.html: ${pages.length} pages of A4`);
    expect(pages.length).toBeLessThanOrEqual(68);
    expect(pages.filter(({ text }) => text.length < 300).length).toBe(0);
    expect(marginFaults('index.html', pages, null, false)).toEqual([]);
  });

  it('leaves no heading alone at the foot of a page', () => {
    const headings = [...ledger.figures.values()].map(({ number }) => `Figure ${number}`);
    const alone = pages.filter(({ text }) =>
      headings.some((heading) => new RegExp(`${heading}\\s*$`).test(text.replace(/Data to .*$/, '').trim())),
    );
    expect(alone.map(({ text }) => text.slice(-200))).toEqual([]);
  });

  it('ends with a colophon whose code leads back', async () => {
    expect(pages.at(-1)!.text).toContain('Cite as');
    expect(await scan(pdf, pages.length)).toBe(canonicalOf('index.html'));
  });
});

it.each(IS_WHOLE ? ['sources.html', 'names.html'] : ['sources.html'])(
  '%s ends with a colophon whose code leads back',
  async (file) => {
    const pdf = await print(file, 'Letter');
    const pages = await pagesOf(pdf);
    expect(pages.at(-1)!.text).toContain('Cite as');
    expect(await scan(pdf, pages.length)).toBe(canonicalOf(file));
    expect(marginFaults(file, pages, null, false)).toEqual([]);
  },
);
