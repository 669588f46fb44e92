import type { Hit } from './search-index.ts';
import { tellingTerms, WORD } from './search-words.ts';

/** Stretch of a text; marked if it is a word that was meant. */
export interface Part {
  text: string;
  isMarked: boolean;
}

/** Words of an excerpt, and how many of them may stand before the first that was meant. */
const LENGTH = 28;
const BEFORE = 8;

/** Splits a text at the words that a hit is about. */
export function marked(text: string, { terms }: Hit): Part[] {
  const parts = text.split(WORD).map((part, index) => ({
    text: part,
    isMarked: index % 2 === 1 && tellingTerms(part).some((run) => run.some((term) => terms.has(term))),
  }));
  return parts.filter((part) => part.text !== '');
}

/** Returns where in an entry the words stand: the stretch of its text that has most of them, else its names. */
export function excerptOf(hit: Hit): Part[] {
  const text = marked(hit.entry.text, hit);
  const names = marked(`${hit.entry.names.join(', ')}.`, hit);
  if (!text.some(isMeant) && names.some(isMeant)) return names;
  const starts = [0, ...text.keys()].filter((at) => at === 0 || text[at]!.isMarked);
  const best = starts.reduce((a, b) => (meantIn(text, b) > meantIn(text, a) ? b : a), 0);
  const from = sentenceStart(text, best);
  const to = from + 2 * LENGTH;
  return [
    ...(from > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...text.slice(from, to),
    ...(to < text.length ? [{ text: ' …', isMarked: false }] : []),
  ];
}

function isMeant({ isMarked }: Part): boolean {
  return isMarked;
}

/** Counts the different words meant in the stretch from a part on. */
function meantIn(parts: readonly Part[], from: number): number {
  const meant = parts.slice(from, from + 2 * (LENGTH - BEFORE)).filter(isMeant);
  return new Set(meant.map(({ text }) => text.toLowerCase())).size;
}

/** Returns where to begin, so that a part stands in its sentence if that began a few words before. */
function sentenceStart(parts: readonly Part[], at: number): number {
  for (let from = at; from > Math.max(0, at - 2 * BEFORE); from--)
    if (/[.;:?!]”?\s$/.test(parts[from - 1]!.text)) return from;
  return at <= 2 * BEFORE ? 0 : at - BEFORE;
}
