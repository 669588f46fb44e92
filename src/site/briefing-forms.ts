/** A form in which the explainer is printed. */
export interface BriefingForm {
  /** Its name in addresses. */
  id: string;
  name: string;
  /** What it holds, in a sentence. */
  what: string;
  /** How many pages it has to fill exactly; null where it takes what it needs. */
  pages: number | null;
  /** The most bytes that its files may have. */
  limit: number;
}

/** A size of paper. */
export interface Paper {
  /** Its name in addresses. */
  id: 'a4' | 'letter';
  name: string;
  /** What the browser calls it. */
  format: 'A4' | 'Letter';
}

/** Every form, shortest first: each has a page of its id in src/pages/_paper. */
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

export const PAPERS: readonly Paper[] = [
  { id: 'a4', name: 'A4', format: 'A4' },
  { id: 'letter', name: 'US Letter', format: 'Letter' },
];

/** The page that lists all forms. */
export const BRIEFINGS_PAGE = 'briefings.html';

/** The file of a form on a paper. */
export function briefingFile(form: Pick<BriefingForm, 'id'>, paper: Pick<Paper, 'id'>): string {
  return `briefing/${form.id}-${paper.id}.pdf`;
}

/** Where the pages lie that forms are printed from; no reader gets them. */
export const PAPER_FOLDER = 'paper';

/** The page that a form is printed from. */
export function paperPage(form: Pick<BriefingForm, 'id'>): string {
  return `${PAPER_FOLDER}/${form.id}.html`;
}
