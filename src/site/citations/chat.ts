import { capitalise } from '../../data/format.ts';
import { MAX_MESSAGE } from '../../data/share-texts.ts';
import type { CitablePage } from '../citable-pages.ts';
import { absoluteAddress, citedTitle, formatDataDate, citedWhole, type Edition } from './edition.ts';

/**
 * Writes a message for a chat: the finding with its hedge, the day of the data, and the address. Nothing is ever cut:
 * at an address so long that it does not fit, the message names the work and states no finding.
 */
export function chatMessage(work: CitablePage, edition: Edition): string {
  const data = `${capitalise(formatDataDate(work))}.`;
  const address = absoluteAddress(work, edition);
  const message = joinSentences(work.chat, data, address);
  if (message.length <= MAX_MESSAGE) return message;
  const name = work.kind === 'figure' ? `Figure ${work.number}` : `“${citedTitle(work)}”`;
  const whole = citedWhole(work, edition);
  return joinSentences(whole ? `${name} in “${whole}”.` : `${name}.`, data, address);
}

function joinSentences(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' ');
}
