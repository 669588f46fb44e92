import { brotliCompressSync } from 'node:zlib';
import { PDFBool, PDFDict, PDFHexString, PDFName, type PDFArray, type PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFileSize } from '../../src/data/format.ts';
import { BRIEFINGS_PAGE, FORMS } from '../../src/site/briefing-forms.ts';
import { fillTokens } from '../../src/data/numbers.ts';
import { figurePages } from '../../src/figures/all-works.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { FILES, parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { idsOf } from './kit/addresses.ts';
import {
  BRIEFINGS,
  bytesOf,
  drawPages,
  elementsOf,
  linksOfPdf,
  openPdf,
  placesOf,
  READ_BRIEFINGS,
  readQr,
  wordsByPage,
  type Drawn,
  type PdfElement,
  type PdfLink,
} from './kit/pdf.ts';
import { faultsOfPdfUa } from './kit/pdf-ua.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const SITE = readSiteUrl(process.env);
const SLIDES = BRIEFINGS.filter(({ form }) => form.id === 'slides');
/** The most pages that slides may have. */
const MOST_SLIDES = 14;
/** The strip along each edge that stays white, in points: few printers reach it. */
const EDGE = 22;
/** How the pages are drawn for codes to be read from them, as a good scanner would: points for each point of paper. */
const SCAN = 3;
/** What a code needs at least, in points: fourteen millimetres. */
const SMALLEST_CODE = 39;

/** One document is opened for all tests of it. */
const opened = new Map<string, { document: PDFDocument; links: PdfLink[]; words: string[]; elements: PdfElement[] }>();

describe.skipIf(READ_BRIEFINGS.length === 0).each(READ_BRIEFINGS)('$file', (pdf) => {
  const { file, form } = pdf;
  const bytes = bytesOf(pdf);
  const facts = () => opened.get(file)!;
  beforeAll(async () => {
    const document = await openPdf(pdf);
    opened.set(file, {
      document,
      links: linksOfPdf(document),
      words: await wordsByPage(bytes),
      elements: elementsOf(document),
    });
  });

  it('has as many pages as its name says, and no more bytes than a reader was promised', () => {
    if (form.pages !== null) expect(facts().words.length).toBe(form.pages);
    expect(bytes.length).toBeLessThanOrEqual(form.limit);
  });

  it('says what it is, who speaks, in which language, and when it was made', () => {
    const { document } = facts();
    const entry = (name: string, inside: string) =>
      document.catalog.lookup(PDFName.of(inside), PDFDict).lookup(PDFName.of(name), PDFBool).asBoolean();
    expect(document.getTitle()).toContain(ledger.site.title);
    expect(document.getAuthor()).toContain(ledger.site.publisher ?? 'Contributors');
    expect(document.getSubject()!.length).toBeGreaterThan(40);
    expect(document.getKeywords()).toContain('Myanmar, ');
    expect(document.getCreator()).toContain(ledger.site.version);
    expect(document.getLanguage()).toBe('en');
    expect(document.getModificationDate()).toEqual(document.getCreationDate());
    expect(entry('Marked', 'MarkInfo')).toBe(true);
    expect(entry('DisplayDocTitle', 'ViewerPreferences')).toBe(true);
    const ids = (document.context.trailerInfo.ID as PDFArray).asArray() as PDFHexString[];
    expect(ids.map((id) => id.asString())).toEqual([
      expect.stringMatching(/^[0-9A-F]{32}$/),
      expect.stringMatching(/^[0-9A-F]{32}$/),
    ]);
  });

  it('carries its faces inside it, and none but ours', () => {
    const fonts = [...facts().document.context.enumerateIndirectObjects()].flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [object] : [],
    );
    const simple = fonts.filter((font) => !font.has(PDFName.of('DescendantFonts')));
    expect(simple.length).toBeGreaterThan(3);
    for (const font of simple) {
      expect(font.get(PDFName.of('Subtype'))?.toString()).toBe('/CIDFontType2');
      expect(font.get(PDFName.of('BaseFont'))?.toString()).toMatch(/^\/[A-Z]{6}\+Explainer-/);
      expect(font.lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2'))).toBe(true);
    }
  });

  it('deserves PDF/UA-1, as far as a program can tell', () => {
    expect(faultsOfPdfUa(facts().document)).toEqual([]);
  });

  it('has nothing at the edges of any page, where printers cut, and leaves no page under a third full', async () => {
    const found = await drawPages(bytes, 1, async (draw) => {
      const found: string[] = [];
      for (let page = 1; page <= facts().words.length; page += 1) {
        const drawn = await draw(page);
        const { width, height } = drawn;
        for (let y = 0; y < height; y += 1) {
          const isBand = y < EDGE || y >= height - EDGE;
          for (let x = 0; x < width; x += 1) {
            if (!isBand && x === EDGE) x = width - EDGE;
            if (isMarked(drawn, x, y)) found.push(`page ${page}: ${x},${y}`);
          }
        }
        // The last page ends where the text does.
        if (page < facts().words.length && fillOf(drawn) < 1 / 3) found.push(`page ${page}: ${fillOf(drawn)} full`);
      }
      return found;
    });
    expect(found.slice(0, 5)).toEqual([]);
  });

  it('leads only to places that exist, in itself or on the site', () => {
    const { links, document } = facts();
    const places = placesOf(document);
    expect(links.filter(({ dest, url }) => (dest === undefined) === (url === undefined))).toEqual([]);
    expect(links.filter(({ dest }) => dest !== undefined && !places.has(dest)).map(({ dest }) => dest)).toEqual([]);
    const ids = new Map<string, Set<string>>();
    const dead = links.flatMap(({ url }) => {
      if (url === undefined || SITE === undefined || !url.startsWith(SITE)) return [];
      const [path = '', fragment] = url.slice(SITE.length).split('#');
      const target = path === '' ? 'index.html' : path;
      if (!FILES.includes(target)) return [url];
      if (fragment === undefined) return [];
      if (!ids.has(target)) ids.set(target, new Set(idsOf(parseBuilt(target))));
      return ids.get(target)!.has(decodeURIComponent(fragment)) ? [] : [url];
    });
    expect([...new Set(dead)]).toEqual([]);
    expect(links.filter(({ url }) => url !== undefined && !/^(?:https?|mailto):/.test(url))).toEqual([]);
  });

  it.skipIf(SITE === undefined)(
    'has codes that a scanner reads from the sheet, each with the address that it links to',
    async () => {
      const codes = facts().links.filter(
        ({ rect: [x0, y0, x1, y1], url }) =>
          url?.startsWith(SITE!) && x1 - x0 > 30 && Math.abs(x1 - x0 - (y1 - y0)) < 2,
      );
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter(({ rect: [x0, , x1] }) => x1 - x0 < SMALLEST_CODE)).toEqual([]);
      const read = await drawPages(bytes, SCAN, async (draw) => {
        const pages = new Map<number, Drawn>();
        for (const { page } of codes) if (!pages.has(page)) pages.set(page, await draw(page));
        return codes.map(({ page, rect }) => readQr(pages.get(page)!, rect, SCAN));
      });
      expect(read).toEqual(codes.map(({ url }) => url));
      const drawn = facts().elements.flatMap(({ role, alt }) =>
        role === 'Figure' && alt?.startsWith('QR code: ') ? [alt.slice('QR code: '.length)] : [],
      );
      expect(drawn.sort()).toEqual(codes.map(({ url }) => url).sort());
    },
  );

  it('is listed with its size and its pages', () => {
    const entry = withClass(parseBuilt(BRIEFINGS_PAGE), 'briefing').find((one) =>
      linksOf(one).some(({ href }) => href === file),
    );
    const words = wordsOf(entry);
    expect(words).toContain(formatFileSize(bytes.length));
    expect(words).toContain(`Pages: ${facts().words.length}.`);
    expect(words).toContain(`version ${ledger.site.version}`);
  });
});

describe.skipIf(SLIDES.length === 0).each(SLIDES)('$file', (pdf) => {
  it('has a page for each figure, with its finding, its caveat and its address, and two around them', async () => {
    const words = await wordsByPage(bytesOf(pdf));
    const figures = figurePages(ledger);
    expect(words.length).toBe(figures.length + 2);
    expect(words.length).toBeLessThanOrEqual(MOST_SLIDES);
    figures.forEach(({ title, finding, caveat, number, address }, index) => {
      for (const text of [title, finding, caveat!, `Figure ${number}. Sources: `, ...(SITE ? [address] : [])])
        expect(words[index + 1]!.replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
    });
    expect(words[0]).toContain(fillTokens(ledger, ledger.site.standfirst));
    for (const text of ['What we do not know', 'Cite as:', 'Licence']) expect(words.at(-1)).toContain(text);
  });
});

describe(BRIEFINGS_PAGE, () => {
  it('shows the first page of every form, in few bytes', () => {
    const pictures = withTag(elementsById(parseBuilt(BRIEFINGS_PAGE)).get('main')!, 'img').map(
      ({ attrs }) => attrs.find(({ name }) => name === 'src')?.value ?? '',
    );
    expect(pictures).toHaveLength(BRIEFINGS.length === 0 ? 0 : FORMS.length);
    expect(pictures.filter((picture) => !picture.startsWith('data:image/png;base64,'))).toEqual([]);
    expect(brotliCompressSync(readBuilt(BRIEFINGS_PAGE)).length).toBeLessThan(36_000);
  });

  it('asks for no fact that it was not given', () => {
    for (const page of FILES.filter((file) => file.endsWith('.html')))
      expect(readBuilt(page), page).not.toMatch(/data-briefing|data-fact/);
  });

  it('promises that codes on paper go on leading somewhere', () => {
    expect(wordsOf(elementsById(parseBuilt(BRIEFINGS_PAGE)).get('main'))).toContain(
      'Those addresses are kept for good.',
    );
  });

  it('gives readers no page that was only made to be printed', () => {
    expect(FILES.filter((file) => file.startsWith('paper/') || file.endsWith('.part'))).toEqual([]);
  });
});

describe.skipIf(BRIEFINGS.length === 0)('the explainer', () => {
  it('leads to every form on its first screen', () => {
    const [line] = withClass(parseBuilt('index.html'), 'opening__forms');
    const files = BRIEFINGS.filter(({ form, paper }) => paper === form.papers[0]);
    expect(line && linksOf(line).map(({ href }) => href)).toEqual(
      expect.arrayContaining(files.map(({ file }) => file)),
    );
  });
});

/** Tells a mark on a drawn page from blank paper. */
function isMarked({ data, width }: Drawn, x: number, y: number): boolean {
  const at = (y * width + x) * 4;
  return data[at]! < 250 || data[at + 1]! < 250 || data[at + 2]! < 250;
}

/** Returns what share of the height inside the margins is filled, as a mean of both columns: bands of a line of text, with a mark or without. */
function fillOf(page: Drawn): number {
  const [line, margin] = [12, 54];
  let [filled, all] = [0, 0];
  for (let top = margin; top + line <= page.height - margin; top += line)
    for (const left of [0, page.width / 2]) {
      all += 1;
      if (hasMark(page, Math.ceil(left), Math.floor(left + page.width / 2), top, top + line)) filled += 1;
    }
  return filled / all;
}

function hasMark(page: Drawn, x0: number, x1: number, y0: number, y1: number): boolean {
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if (isMarked(page, x, y)) return true;
  return false;
}
