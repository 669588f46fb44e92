/** Form in which the explainer is printed. */
export interface BriefingForm {
  /** Its name in addresses. */
  id: string;
  name: string;
  /** Contents, in a sentence. */
  what: string;
  /** Number of pages that it has to fill exactly; null where it takes as many as it needs. */
  pages: number | null;
  /** The most bytes that its files may have. */
  limit: number;
}

/** Size of paper. */
export interface Paper {
  /** Its name in addresses. */
  id: 'a4' | 'letter';
  name: string;
  /** Name of the size in the browser. */
  format: 'A4' | 'Letter';
}

/** Printed forms, shortest first: each has a page of its id in src/pages/_paper. */
export const FORMS: readonly BriefingForm[] = [
  {
    id: 'one-page',
    name: 'One page',
    what: 'The answer, the key numbers, two charts and the map.',
    pages: 1,
    limit: 250_000,
  },
  {
    id: 'four-page',
    name: 'Four pages',
    what: 'The story of every section, the main figures, and what is not known.',
    pages: 4,
    limit: 600_000,
  },
  {
    id: 'full',
    name: 'Everything',
    what: 'All sections with their figures, tables and notes, then the timeline, the glossary and every source with its address.',
    pages: null,
    limit: 1_500_000,
  },
];

/** Sizes of paper on which every form is printed. */
export const PAPERS: readonly Paper[] = [
  { id: 'a4', name: 'A4', format: 'A4' },
  { id: 'letter', name: 'US Letter', format: 'Letter' },
];

/** Page that lists all forms. */
export const BRIEFINGS_PAGE = 'briefings.html';

/** Returns the address of the PDF of a form on a paper. */
export function briefingFile(form: Pick<BriefingForm, 'id'>, paper: Pick<Paper, 'id'>): string {
  return `briefing/${form.id}-${paper.id}.pdf`;
}

/** Folder of the pages that forms are printed from; no reader gets them. */
export const PAPER_FOLDER = 'paper';

/** Returns the address of the page that a form is printed from. */
export function paperPage(form: Pick<BriefingForm, 'id'>): string {
  return `${PAPER_FOLDER}/${form.id}.html`;
}
