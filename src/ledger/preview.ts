import type { Work } from './works.ts';

/** The size in pixels of the picture that stands for a work where a link to it is shared. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** That picture in words. */
export function cardWords({ kind, number, title, finding }: Work): string {
  if (kind === 'figure') return `Figure ${number}: ${title}`;
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${finding}`;
}
