import type { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { figureModels } from '../../src/figures/index.ts';
import { formatDate } from '../../src/data/format.ts';
import { fillTokens } from '../../src/data/numbers.ts';
import type { Problem } from '../../src/data/errors.ts';
import { readSections } from '../../src/data/sections.ts';
import { sectionAddress } from '../../src/site/addresses.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { ROOT } from './kit/dist.ts';
import { ledger, plain } from './kit/faults.ts';
import {
  bookmarksOf,
  bytesOf,
  elementsOf,
  linksOfPdf,
  openPdf,
  READ_BRIEFINGS,
  wordsByPage,
  type Bookmark,
  type PdfElement,
} from './kit/pdf.ts';

const SITE = readSiteUrl(process.env);
const problems: Problem[] = [];
const sections = readSections(ROOT, problems).map(({ card }) => card!);
/** Every figure in order, with what it is called for short and all that its pictures say to those who do not see them. */
const figures = [...ledger.figures.values()]
  .sort((a, b) => a.number - b.number)
  .map(({ id, number, name }) => ({
    id,
    number,
    name,
    model: figureModels(ledger, id)[0],
    alts: figureModels(ledger, id).map(({ alt }) => alt),
  }));
const FULL = READ_BRIEFINGS.filter(({ form }) => form.id === 'full');

/** Letters alone: lines break where they may, and pages where they must. */
const letters = (text: string) => text.replace(/\s+/g, '');

describe.skipIf(FULL.length === 0).each(FULL)('$file', (pdf) => {
  let document: PDFDocument;
  let words: string[];
  let bookmarks: Bookmark[];
  let elements: PdfElement[];
  beforeAll(async () => {
    document = await openPdf(pdf);
    [words, bookmarks, elements] = [await wordsByPage(bytesOf(pdf)), bookmarksOf(document), elementsOf(document)];
  });

  it('says in its contents the pages on which its bookmarks are', () => {
    const contents = letters(words[0]!);
    const pageOf = (title: string) =>
      bookmarks.find((bookmark) => bookmark.title === title)?.page ?? `no bookmark "${title}"`;
    for (const { order, title } of sections)
      expect(contents, title).toContain(letters(`${order} ${title} ${pageOf(`${order} ${title}`)}`));
    for (const title of ['The numbers behind the figures', 'Timeline', 'Glossary', 'Sources'])
      expect(contents, title).toContain(letters(`${title} ${pageOf(title)}`));
    for (const { id, number, name, model } of figures)
      expect(contents, id).toContain(letters(`${number} ${name} ${pageOf(`Figure ${number} ${model.title}`)}`));
  });

  it('reads from the first section to the last source in one order', () => {
    const text = withoutMargins(words.slice(1));
    const places = sections.map(({ finding }) => text.indexOf(letters(fillTokens(ledger, finding))));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text.lastIndexOf('Beforetheoffensive')).toBeGreaterThan(places.at(-1)!);
  });

  it('leaves out no event, no term, no claim, no open question and no address of a source', () => {
    const text = withoutMargins(words);
    const wanted = [
      ...[...ledger.events.values()].map(({ event }) => event),
      ...[...ledger.terms.values()].map(({ definition }) => definition),
      ...[...ledger.claims.values()].map(({ verdict_reason }) => verdict_reason),
      ...sections.flatMap(({ unknowns }) => (unknowns ?? []).map(({ question }) => fillTokens(ledger, question))),
      ...[...ledger.sources.values()].flatMap(({ url }) => url?.replace(/^https?:\/\//, '') ?? []),
    ];
    expect(wanted.map(plain).filter((one) => !text.includes(letters(one)))).toEqual([]);
  });

  it('tells each figure in words, with its caveats and the page of its numbers', () => {
    const text = withoutMargins(words);
    for (const { id, model, alts } of figures) {
      const start = text.indexOf(letters(model.title));
      expect(start, id).toBeGreaterThan(0);
      const [caveat] = model.notes;
      expect(text.slice(start), id).toContain(letters(caveat!));
      expect(elements.filter(({ role, alt }) => role === 'Figure' && alts.includes(alt ?? '')).length, id).toBe(1);
    }
  });

  it('lets no figure at the head of a page cut a sentence in two', () => {
    const bodies = words.map((text) => withoutMargins([text]));
    const heads = bodies.flatMap((text, index) => (/^Figure\d/.test(text) ? [index] : []));
    expect(heads.length).toBeGreaterThan(0);
    // The number of a note may follow the end.
    expect(heads.map((index) => bodies[index - 1]!.slice(-40)).filter((end) => /[a-z,;]\d*$/i.test(end))).toEqual([]);
  });

  it('has on every sheet the day of the data, the page, and from the second on the title', () => {
    words.forEach((text, index) => {
      expect(text).toContain(`page ${index + 1} of ${words.length}`);
      expect(text).toContain(`Data to ${formatDate(ledger.site.dataDate)}`);
      if (SITE !== undefined) expect(text).toContain(new URL(SITE).host);
    });
    expect(words.slice(1).filter((text) => !text.includes(ledger.site.title))).toEqual([]);
  });

  it.skipIf(SITE === undefined)('has beside each heading of a section the code of its page', () => {
    const links = linksOfPdf(document);
    for (const { id, order, title } of sections) {
      const { page } = bookmarks.find((bookmark) => bookmark.title === `${order} ${title}`)!;
      expect(
        links.some(
          (link) =>
            link.page === page && link.url === SITE + sectionAddress({ id }) && link.rect[2] - link.rect[0] > 39,
        ),
        id,
      ).toBe(true);
    }
  });

  it('names its sources by the numbers under which it lists them', () => {
    const list = words.join(' ');
    const first = [...ledger.sources.values()].sort(
      (a, b) => a.publisher.localeCompare(b.publisher, 'en') || (a.published ?? '').localeCompare(b.published ?? ''),
    )[0]!;
    expect(letters(list)).toContain(letters(`1 ${first.publisher}`));
    expect(list).toMatch(/\[\d+\]/);
  });
});

/** The letters of the text, without what stands in the margins of each sheet. */
function withoutMargins(pages: readonly string[]): string {
  const foot = new RegExp(
    `(?:${ledger.site.title} )?Data to ${formatDate(ledger.site.dataDate)} · version \\S+(?: · \\S+)? page \\d+ of \\d+`,
  );
  return letters(pages.map((text) => text.replace(foot, '')).join(' '));
}
