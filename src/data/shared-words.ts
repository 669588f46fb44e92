import type { SiteCard } from './schemas/site.ts';

/** The longest title of a shared link, in letters; previews cut what is much longer. */
export const SHARED_TITLE = 120;

/** Words that point at something which only the page shows. */
const POINTING = /\b(?:this|these|here|above|below)\b/i;

/** What a page that is neither the whole nor a figure is called where its link is shared: `At a glance – Operation 1027 in Myanmar, …`. */
export function titleWithSubject(title: string, { subject }: Pick<SiteCard, 'subject'>): string {
  return `${title} – ${subject}`;
}

/** What is wrong with a title that must make sense without its page, as found and expected; `null` if nothing is. */
export function sharedTitleFault(
  title: string,
  { country }: Pick<SiteCard, 'country'>,
): { found: string; expected: string } | null {
  if (!title.includes(country))
    return { found: `no “${country}”`, expected: 'the country, since a title that is shared stands alone' };
  if (!/\b20\d\d\b/.test(title))
    return { found: 'no year', expected: 'a year, since a title that is shared stands alone' };
  const pointing = POINTING.exec(title)?.[0];
  if (pointing !== undefined) return { found: `“${pointing}”`, expected: 'words that make sense without the page' };
  return title.length <= SHARED_TITLE
    ? null
    : { found: `${title.length} characters with its numbers filled in`, expected: `at most ${SHARED_TITLE}` };
}
