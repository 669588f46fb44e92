import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, BrowserContext } from 'playwright';
import { fail } from '../../data/errors.ts';
import type { Ledger } from '../../data/ledger.ts';
import { FORMS, PAPERS, briefingFile, paperPage, type BriefingForm, type Paper } from '../../site/briefing-forms.ts';
import { checkPaperLetters } from './check-letters.ts';
import { checkPaperStyles } from './check-styles.ts';
import { documentFacts } from './metadata.ts';
import { finishPdf } from './finish-pdf.ts';
import { idsToNumber, linkPaper, pagesOfIds, withPageNumbers } from './paper-page.ts';
import { faceRules, readPaperFaces } from './paper-faces.ts';
import { printPage } from './print-page.ts';
import { thumbnailOf, type Thumbnail } from './thumbnail.ts';

/** Site, date and browser that pages are printed with. */
interface PrintContext {
  ledger: Ledger;
  root: string;
  /** Address of the site, with a slash at its end, if it is known. */
  siteUrl: string | undefined;
  /** Date that the files bear. */
  date: Date;
  browser: Browser;
}

/** Folder of the pages that forms are printed from; they are routes only where they are needed. */
export const PAPER_SOURCES = 'src/pages/_paper';

/** Numbers in the contents list may move what they number; more often than this, something is wrong. */
const PRINTS = 4;

/**
 * Prints every form on each of its papers, from the pages that Astro has rendered for them.
 * @param forms The text of these pages, by their addresses.
 * @throws ContentError if a form is missing, too long, too short or too large, holds a letter that no face of ours has, or a drawing that no rule paints.
 */
export async function writeBriefings(
  folder: string,
  forms: ReadonlyMap<string, string>,
  print: PrintContext,
): Promise<Briefing[]> {
  const faces = readPaperFaces(print.root);
  const rules = faceRules(print.root, faces);
  const pages = FORMS.map((form) => {
    const html = linkPaper(paperHtml(form, forms), print.siteUrl);
    checkPaperLetters(html, paperPage(form), faces);
    checkPaperStyles(html, paperPage(form));
    return { form, html: html.replace('</head>', `<style>${rules}</style></head>`) };
  });
  // One print at a time leaves half of the machine idle.
  const printed = await Promise.all(
    PAPERS.map(async (paper) => {
      const context = await print.browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'light' });
      try {
        const briefings: Briefing[] = [];
        for (const { form, html } of pages.filter(({ form }) => form.papers.includes(paper)))
          briefings.push(await writeBriefing(folder, print, context, form, paper, html));
        return briefings;
      } finally {
        await context.close();
      }
    }),
  );
  return FORMS.flatMap((form) => printed.flat().filter((briefing) => briefing.form === form));
}

async function writeBriefing(
  folder: string,
  print: PrintContext,
  context: BrowserContext,
  form: BriefingForm,
  paper: Paper,
  html: string,
): Promise<Briefing> {
  const file = briefingFile(form, paper);
  const printed = await printNumbered(context, html, form, paper);
  const { bytes, pages } = await finishPdf(
    printed,
    html,
    form,
    paper,
    file,
    documentFacts(print.ledger, form, file, print.siteUrl, print.date),
  );
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
  return {
    form,
    paper,
    file,
    pages,
    bytes: bytes.length,
    thumbnail: await thumbnailOf(bytes),
  };
}

/** Prints a page until its contents list says the pages on which things are. */
async function printNumbered(
  context: BrowserContext,
  html: string,
  form: BriefingForm,
  paper: Paper,
): Promise<Uint8Array> {
  const name = paperPage(form);
  const ids = idsToNumber(html);
  if (ids.length === 0) return printPage(context, html, name, paper);
  let numbers = await readPageNumbers(await printPage(context, html, name, paper, true));
  for (let attempt = 1; attempt < PRINTS; attempt += 1) {
    const pdf = await printPage(context, withPageNumbers(html, numbers, name), name, paper);
    const now = await readPageNumbers(pdf);
    if (ids.every((id) => now.get(id) === numbers.get(id))) return pdf;
    numbers = now;
  }
  return fail({
    file: name,
    found: `contents whose page numbers still move what they number after ${PRINTS} prints on ${paper.name}`,
    expected: 'a contents list with a fixed room for each number',
  });
}

async function readPageNumbers(pdf: Uint8Array): Promise<Map<string, number>> {
  return pagesOfIds(await PDFDocument.load(pdf, { updateMetadata: false }));
}

function paperHtml(form: BriefingForm, forms: ReadonlyMap<string, string>): string {
  return (
    forms.get(paperPage(form)) ??
    fail({
      file: `${PAPER_SOURCES}/${form.id}.astro`,
      found: 'no such page',
      expected: 'a page for every form in src/site/briefing-forms.ts',
    })
  );
}

/** Printed form, with what the list of briefings says of it. */
export interface Briefing {
  form: BriefingForm;
  paper: Paper;
  /** Path from the top of the site. */
  file: string;
  pages: number;
  bytes: number;
  /** Its first page, small. */
  thumbnail: Thumbnail;
}
