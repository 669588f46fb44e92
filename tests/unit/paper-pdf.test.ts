import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { finishPdf, headingsOf, nameBookmarks } from '../../src/build/pdf/finish-pdf.ts';
import { documentFacts } from '../../src/build/pdf/metadata.ts';
import { joinGlyphs } from '../../src/build/pdf/join-glyphs.ts';
import { writeBriefings } from '../../src/build/pdf/print-forms.ts';
import { FORMS, PAPERS, paperPage, type BriefingForm } from '../../src/site/briefing-forms.ts';
import { readLedger } from '../../src/data/load.ts';
import { tempFolder } from './kit/temp.ts';

const ROOT = process.cwd();
const SITE = 'https://explainer.example/';
const [A4] = PAPERS;
const { ledger } = readLedger(ROOT);
const FORM: BriefingForm = {
  id: 'one-page',
  name: 'One page',
  what: 'The answer.',
  pages: 1,
  papers: [A4!],
  limit: 50_000,
};
const FACTS = documentFacts(ledger, FORM, 'briefing/one-page-a4.pdf', SITE, new Date('2026-06-10T00:00:00Z'));

describe('the glyphs of a line', () => {
  const widths = () => ({ widthOf: (glyph: number) => (glyph === 1 ? 500 : 600), textOf: () => '' });

  it('are joined where each begins where the one before ends', () => {
    expect(
      joinGlyphs('q\nBT\n/F4 10 Tf\n1 0 0 -1 68 53 Tm\n<0001> Tj\n5 0 Td <0002> Tj\n6 0 Td <0001> Tj\nET\nQ', widths),
    ).toBe('q\nBT\n/F4 10 Tf\n1 0 0 -1 68 53 Tm\n[<000100020001>]TJ\nET\nQ');
  });

  it('keep what a pair stands closer or wider', () => {
    expect(
      joinGlyphs('BT\n/F4 10 Tf\n1 0 0 -1 68 53 Tm\n<0001> Tj\n4.5 0 Td <0002> Tj\n7 0 Td <0001> Tj\nET', widths),
    ).toContain('[<0001>50<0002>-100<0001>]TJ');
  });

  it('never drift by adding up what is too little to be written', () => {
    const drawing = `BT\n/F4 10 Tf\n1 0 0 -1 0 0 Tm\n<0001> Tj\n${'5.01 0 Td <0001> Tj\n'.repeat(10)}ET`;
    const kerns = [...joinGlyphs(drawing, widths).matchAll(/>(-?\d+)</g)].map(([, kern]) => Number(kern));
    expect(kerns.reduce((a, b) => a + b, 0)).toBe(-10);
  });

  it('are left alone where they carry words of their own, rise above the line, or are of an unknown font', () => {
    const spoken =
      'BT\n/F4 10 Tf\n1 0 0 -1 0 0 Tm\n<0001> Tj\n/Span<</ActualText <FEFF00A0> >> BDC\n5 0 Td <0002> Tj\nEMC\nET';
    const raised = 'BT\n/F4 10 Tf\n1 0 0 -1 0 0 Tm\n<0001> Tj\n5 2 Td <0002> Tj\nET';
    const plain = 'BT\n/F4 10 Tf\n1 0 0 -1 0 0 Tm\n<0001> Tj\n5 0 Td <0002> Tj\nET';
    expect(joinGlyphs(spoken, widths)).toBe(spoken);
    expect(joinGlyphs(raised, widths)).toBe(raised);
    expect(joinGlyphs(plain, () => null)).toBe(plain);
  });
});

describe('the bookmarks of a document', () => {
  it('bear the words of their headings, whatever the browser made of them', async () => {
    const document = await PDFDocument.create();
    const { context } = document;
    const titles = ['How itunfolded', 'Figure 1Figure 1The map', 'no heading', 'What next'];
    const items = titles.map((title) => ({ dict: context.obj({ Title: PDFHexString.fromText(title) }) }));
    const refs = items.map(({ dict }) => context.register(dict));
    items.forEach(
      ({ dict }, index) => refs[index + 1] && index !== 0 && dict.set(PDFName.of('Next'), refs[index + 1]!),
    );
    items[0]!.dict.set(PDFName.of('First'), refs[1]!);
    document.catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: refs[0] })));
    nameBookmarks(
      document,
      headingsOf('<h2>How it\n unfolded</h2><h3></h3><h4><span>Figure 1</span> The map</h4><h2>What next</h2>'),
    );
    expect(items.map(({ dict }) => dict.lookup(PDFName.of('Title'), PDFHexString).decodeText())).toEqual([
      'How it unfolded',
      'Figure 1 The map',
      'no heading',
      'What next',
    ]);
  });
});

describe('a printed form', () => {
  const blank = async (pages: number, words?: string) => {
    const document = await PDFDocument.create();
    for (let page = 0; page < pages; page += 1) document.addPage();
    if (words !== undefined)
      document.getPage(0).drawText(words, { font: document.embedStandardFont(StandardFonts.Helvetica) });
    return document.save();
  };

  it('must have as many pages as its name says', async () => {
    await expect(finishPdf(await blank(2), '', FORM, A4!, 'briefing/one-page-a4.pdf', FACTS)).rejects.toThrow(
      'src/pages/_paper/one-page.astro: found 2 pages of A4; expected 1, as the form’s name says: shorten what it takes from the sections',
    );
    await expect(
      finishPdf(await blank(1), '', { ...FORM, id: 'four-page', pages: 4 }, A4!, 'briefing/four-page-a4.pdf', FACTS),
    ).rejects.toThrow(
      'src/pages/_paper/four-page.astro: found 1 page of A4; expected 4, as the form’s name says: lengthen what it takes from the sections',
    );
  });

  it('must not be larger than readers were promised', async () => {
    await expect(
      finishPdf(await blank(1), '', { ...FORM, limit: 300 }, A4!, 'briefing/one-page-a4.pdf', FACTS),
    ).rejects.toThrow(
      /^src\/pages\/_paper\/one-page\.astro: found [\d,]+ bytes on A4; expected at most 300 bytes: readers pay for every byte$/,
    );
  });

  it('must be set in our faces alone', async () => {
    await expect(finishPdf(await blank(1, 'Words'), '', FORM, A4!, 'briefing/one-page-a4.pdf', FACTS)).rejects.toThrow(
      'briefing/one-page-a4.pdf: found the face Helvetica; expected only the faces in src/fonts, which src/styles/paper.css names',
    );
  });

  it('says what it is, as of a fixed moment, and is the same each time', async () => {
    const printed = await blank(1);
    const [one, other] = [
      await finishPdf(printed, '', FORM, A4!, 'a.pdf', FACTS),
      await finishPdf(printed, '', FORM, A4!, 'a.pdf', FACTS),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    const document = await PDFDocument.load(one.bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe(`${ledger.site.title} (one page)`);
    expect(document.getAuthor()).toBe(`Contributors to ${ledger.site.title}`);
    expect(document.getCreationDate()).toEqual(FACTS.date);
    expect(document.getModificationDate()).toEqual(FACTS.date);
  });

  it('needs its page', async () => {
    const print = { ledger, root: ROOT, siteUrl: SITE, date: FACTS.date, browser: null as never };
    await expect(writeBriefings(tempFolder(), new Map(), print)).rejects.toThrow(
      `src/pages/_paper/${FORMS[0]!.id}.astro: found no such page; expected a page for every form in src/site/briefing-forms.ts`,
    );
  });

  it('leaves no file behind if its page fails', async () => {
    const folder = tempFolder();
    const pages = new Map(FORMS.map((form) => [paperPage(form), '<html><head></head><body>Words</body></html>']));
    const broken = {
      newContext: () =>
        Promise.resolve({
          newPage: () => Promise.reject(new Error('Target crashed\n  at stack')),
          close: () => Promise.resolve(),
        }),
    };
    const print = { ledger, root: ROOT, siteUrl: SITE, date: FACTS.date, browser: broken as never };
    await expect(writeBriefings(folder, pages, print)).rejects.toThrow(
      /^paper\/[\w-]+\.html: found a page that the browser did not print on (?:A4|US Letter) \(Target crashed\); expected a page that prints/,
    );
    expect(existsSync(join(folder, 'briefing'))).toBe(false);
  });
});
