import { sectionIds } from '../data/sections.ts';

/** Page with the whole explainer in words alone. */
export const TEXT_PAGE = 'text.html';

/** Returns the address of one section in words alone. */
export function textAddress({ id }: { id: string }): string {
  return `t/${id}.html`;
}

/** Returns the address of a fragment of the explainer in the text edition: a section by itself, which is a tenth of the whole to load. */
export function textEditionAddress(fragment: string): string {
  return sectionIds(process.cwd()).includes(fragment) ? textAddress({ id: fragment }) : `${TEXT_PAGE}#${fragment}`;
}

/** Returns true if a page of the site is one of the text edition. */
export function isTextPage(file: string): boolean {
  return file === TEXT_PAGE || sectionIds(process.cwd()).some((id) => file === textAddress({ id }));
}

/** Explainer as plain text. */
export const EXPLAINER_TEXT = 'explainer.txt';

/**
 * Returns the address of the plain text that says what a page says: of the explainer, of a section, of a figure; null for any other page.
 */
export function textOf(page: string): string | null {
  if (page === 'index.html') return EXPLAINER_TEXT;
  return /^(?:s|figures)\/[^/]+\.html$/.test(page) ? page.replace(/\.html$/, '.txt') : null;
}

/** Explainer in one file, to keep and to pass on. Its name says nothing of the subject: it is seen in the list of files on a phone. */
export const READING_COPY = 'reading-copy.html';
