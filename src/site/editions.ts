/** Page that had the whole explainer in words alone; it leads to the plain text. */
export const TEXT_PAGE = 'text.html';

/** Returns the address that one section had in words alone; it leads to the plain text. */
export function textAddress({ id }: { id: string }): string {
  return `t/${id}.html`;
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
