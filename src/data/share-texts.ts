import type { SiteCard } from './schemas/site.ts';

/** Longest title of a shared link, in letters; previews cut longer ones. */
export const MAX_SHARED_TITLE = 120;

/** Words that point at something which only the page shows. */
const POINTING = /\b(?:this|these|here|above|below)\b/i;

/** Returns the title under which the link to a page is shared that is neither the whole nor a figure: `At a glance – Operation 1027 in Myanmar, …`. */
export function titleWithSubject(title: string, { subject }: Pick<SiteCard, 'subject'>): string {
  return `${title} – ${subject}`;
}

/**
 * Checks that a title makes sense without its page and is short enough.
 * @returns The first fault, as found and expected; `null` if there is none.
 */
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

/** Longest message for a chat, in letters, its address included. */
export const MAX_MESSAGE = 280;

/** Letters of a message that an address may take. */
const MAX_ADDRESS = 80;

/** Longest sentence for a chat, in letters, so that the longest day of data and an address still fit. */
export const MAX_CHAT_TEXT = MAX_MESSAGE - MAX_ADDRESS - ' Sources to 30 September 2026. '.length;

/**
 * Returns the text about a work for a chat: the editor’s sentence, or else its finding with its caveat.
 * @param chat The editor’s sentence with its numbers filled in.
 */
export function chatText(chat: string | undefined, finding: string, caveat: string | null): string {
  return chat ?? [finding, caveat].filter(Boolean).join(' ');
}

/**
 * Checks that the text for a chat is short enough.
 * @returns The fault, as found and expected; `null` if there is none.
 */
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
