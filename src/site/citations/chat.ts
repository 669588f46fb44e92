import { capitalised } from '../../data/format.ts';
import type { CitablePage } from '../citable-pages.ts';
import { absoluteAddress, citedTitle, dataWords, wholeOf, type Edition } from './edition.ts';

/** The longest message, its address included. */
const MESSAGE = 280;

/** What an address may take of it. */
const ADDRESS = 80;

/** The most letters that an editor’s sentence may have, so that the longest day of data and an address still fit. */
export const CHAT_WORDS = MESSAGE - ADDRESS - ' Sources to 30 September 2026. '.length;

/**
 * A message for a chat: what was found with its hedge, the day of the data, and the address. Nothing is ever cut:
 * at an address so long that it does not fit, the message names the work and states no finding.
 */
export function chatMessage(work: CitablePage, edition: Edition): string {
  const data = `${capitalised(dataWords(work))}.`;
  const address = absoluteAddress(work, edition);
  const message = join(work.chat, data, address);
  if (message.length <= MESSAGE) return message;
  const name = work.kind === 'figure' ? `Figure ${work.number}` : `“${citedTitle(work)}”`;
  const whole = wholeOf(work, edition);
  return join(whole ? `${name} in “${whole}”.` : `${name}.`, data, address);
}

function join(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' ');
}

/**
 * What is said of a work in a chat: the editor’s sentence, or else its finding with its caveat.
 * @param chat The editor’s sentence with its numbers filled in.
 */
export function chatWords(chat: string | undefined, finding: string, caveat: string | null): string {
  return chat ?? [finding, caveat].filter(Boolean).join(' ');
}

/** What is wrong with the words for a chat, as found and expected; `null` if nothing is. */
export function chatFault(
  chat: string | undefined,
  finding: string,
  caveat: string | null,
): { found: string; expected: string } | null {
  const { length } = chatWords(chat, finding, caveat);
  if (length <= CHAT_WORDS) return null;
  const limit = `at most ${CHAT_WORDS}, so that the message with the day of the data and an address has at most ${MESSAGE}`;
  return chat === undefined
    ? {
        found: `nothing, and ${length} characters of ${caveat === null ? 'finding' : 'finding and caveat'} in its place`,
        expected: `a sentence for chats that keeps the caveat, ${limit}`,
      }
    : { found: `${length} characters with its numbers filled in`, expected: limit };
}
