import { quote, type Problem } from './errors.ts';

/** Kinds of mark-up, with what is expected instead. Rows and cards are words: everything in them is shown as it was typed. */
const KINDS: readonly [pattern: RegExp, name: string, expected: string][] = [
  [/<\/?[a-z!?][^>]{0,60}>?/i, 'mark-up', 'words without < before a letter: no HTML, no component'],
  [/&(?:#x?[\da-f]+|[a-z][a-z\d]+);/i, 'mark-up', 'the sign itself: no HTML entity'],
  [/\*\*|~~|`|\[\[|\]\]/, 'a mark of markdown', 'words without it: it is shown as it was typed'],
  [/!?\[[^\]]*\]\([^)]{0,60}\)?/, 'a markdown link', 'words: a link is shown as it was typed'],
  [/\b(?:javascript|vbscript)\s*:\S?|\bdata:[a-z]+\/[a-z]\S{0,20}/i, 'an address that runs', 'words without it'],
];

/** Finds mark-up in the words of one cell or field. @returns What was found and what is expected; `null` if there is none. */
export function markUpIn(text: string): Pick<Problem, 'found' | 'expected'> | null {
  for (const [pattern, name, expected] of KINDS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { found: `${name}, ${quote(found)}`, expected };
  }
  return null;
}
