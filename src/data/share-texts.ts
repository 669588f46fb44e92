import type { SiteCard } from './schemas/site.ts';

/** The longest title of a shared link, in letters; previews cut what is much longer. */
export const MAX_SHARED_TITLE = 120;

/** Words that point at something which only the page shows. */
const POINTING = /\b(?:this|these|here|above|below)\b/i;

/** What a page that is neither the whole nor a figure is called where its link is shared: `At a glance – Operation 1027 in Myanmar, …`. */
export function titleWithSubject(title: string, { subject }: Pick<SiteCard, 'subject'>): string {
  return `${title} – ${subject}`;
}

/** What is wrong with a title that must make sense without its page, as found and expected; `null` if nothing is. */
export function findSharedTitleFault(
  title: string,
  { country }: Pick<SiteCard, 'country'>,
): { found: string; expected: string } | null {
  if (!title.includes(country))
    return { found: `no “${country}”`, expected: 'the country, since a title that is shared stands alone' };
  if (!/\b20\d\d\b/.test(title))
    return { found: 'no year', expected: 'a year, since a title that is shared stands alone' };
  const pointing = POINTING.exec(title)?.[0];
  if (pointing !== undefined) return { found: `“${pointing}”`, expected: 'words that make sense without the page' };
  return title.length <= MAX_SHARED_TITLE
    ? null
    : { found: `${title.length} characters with its numbers filled in`, expected: `at most ${MAX_SHARED_TITLE}` };
}

/** The longest message, its address included. */
export const MAX_MESSAGE = 280;

/** What an address may take of it. */
const MAX_ADDRESS = 80;

/** The most letters that an editor’s sentence may have, so that the longest day of data and an address still fit. */
export const MAX_CHAT_TEXT = MAX_MESSAGE - MAX_ADDRESS - ' Sources to 30 September 2026. '.length;

/**
 * What is said of a work in a chat: the editor’s sentence, or else its finding with its caveat.
 * @param chat The editor’s sentence with its numbers filled in.
 */
export function chatText(chat: string | undefined, finding: string, caveat: string | null): string {
  return chat ?? [finding, caveat].filter(Boolean).join(' ');
}

/** What is wrong with the words for a chat, as found and expected; `null` if nothing is. */
export function findChatFault(
  chat: string | undefined,
  finding: string,
  caveat: string | null,
): { found: string; expected: string } | null {
  const { length } = chatText(chat, finding, caveat);
  if (length <= MAX_CHAT_TEXT) return null;
  const limit = `at most ${MAX_CHAT_TEXT}, so that the message with the day of the data and an address has at most ${MAX_MESSAGE}`;
  return chat === undefined
    ? {
        found: `nothing, and ${length} characters of ${caveat === null ? 'finding' : 'finding and caveat'} in its place`,
        expected: `a sentence for chats that keeps the caveat, ${limit}`,
      }
    : { found: `${length} characters with its numbers filled in`, expected: limit };
}
