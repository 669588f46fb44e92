import { SECTION_IDS } from '../data/schemas/section.ts';

/** The whole explainer in words alone. */
export const TEXT_PAGE = 'text.html';

/** One section in words alone. */
export function textAddress({ id }: { id: string }): string {
  return `t/${id}.html`;
}

/** Where a fragment of the explainer stands in the text edition: a section by itself, which is a tenth of the whole to load. */
export function textEditionAddress(fragment: string): string {
  return SECTION_IDS.some((id) => id === fragment) ? textAddress({ id: fragment }) : `${TEXT_PAGE}#${fragment}`;
}

/** Whether a page of the site is one of the text edition. */
export function isTextPage(file: string): boolean {
  return file === TEXT_PAGE || SECTION_IDS.some((id) => file === textAddress({ id }));
}

/** The explainer in one file, to keep and to pass on. Its name says nothing of what it is about: it is seen in the list of files on a phone. */
export const READING_COPY = 'reading-copy.html';
