/** Form in which the explainer is printed. */
export interface BriefingForm {
  /** Its name in addresses. */
  id: string;
  name: string;
  /** Contents, in a sentence. */
  what: string;
  /** Number of pages that it has to fill exactly; null where it takes as many as it needs. */
  pages: number | null;
  /** Sizes that it is printed on, the one that is shown first in front. */
  papers: readonly [Paper, ...Paper[]];
  /** The most bytes that its files may have. */
  limit: number;
}

/** Size of paper, or of a page that is shown and not printed. */
export interface Paper {
  /** Its name in addresses. */
  id: 'a4' | 'letter' | 'screen';
  name: string;
  /** Its size, as the browser takes it. */
  size: { format: 'A4' | 'Letter' } | { width: string; height: string };
}

const A4: Paper = { id: 'a4', name: 'A4', size: { format: 'A4' } };
const LETTER: Paper = { id: 'letter', name: 'US Letter', size: { format: 'Letter' } };
const SCREEN: Paper = { id: 'screen', name: 'Screen, 16:9', size: { width: '1280px', height: '720px' } };

/** The papers of all forms that are printed and not shown. */
const ON_PAPER = [A4, LETTER] as const;

/** All sizes on which forms are printed. */
export const PAPERS: readonly Paper[] = [A4, LETTER, SCREEN];

/** Printed forms, shortest first: each has a page of its id in src/pages/_paper. */
export const FORMS: readonly BriefingForm[] = [
  {
    id: 'one-page',
    name: 'One page',
    what: 'The answer, the key numbers, the map and a chart.',
    pages: 1,
    papers: ON_PAPER,
    limit: 250_000,
  },
  {
    id: 'four-page',
    name: 'Four pages',
    what: 'The story of every section, the main figures, and what is not known.',
    pages: 4,
    papers: ON_PAPER,
    limit: 600_000,
  },
  {
    id: 'slides',
    name: 'Slides',
    what: 'The answer, each figure with its finding and its sources, and what is not known.',
    pages: null,
    papers: [SCREEN],
    limit: 500_000,
  },
  {
    id: 'full',
    name: 'Everything',
    what: 'All sections with their figures, tables and notes, then the timeline, the glossary and every source with its address.',
    pages: null,
    papers: ON_PAPER,
    limit: 1_500_000,
  },
];

/** Page that lists all forms. */
export const BRIEFINGS_PAGE = 'briefings.html';

/** Returns the address of the PDF of a form on a paper. */
export function briefingFile(form: Pick<BriefingForm, 'id'>, paper: Pick<Paper, 'id'>): string {
  return `briefing/${form.id}${paper.id === SCREEN.id ? '' : `-${paper.id}`}.pdf`;
}

/** Folder of the pages that forms are printed from; no reader gets them. */
export const PAPER_FOLDER = 'paper';

/** Returns the address of the page that a form is printed from. */
export function paperPage(form: Pick<BriefingForm, 'id'>): string {
  return `${PAPER_FOLDER}/${form.id}.html`;
}
