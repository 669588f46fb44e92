import type { Ledger } from '../../ledger/load.ts';
import type { Term } from '../../schemas/term.ts';

/** A short name and what it stands for. */
export type ShortName = Pick<Term, 'term'> & { expansion: string };

/** The short names of the glossary that stand in these texts as words, in the glossary’s order: paper has nothing to point at for the others. */
export function shortNamesIn({ terms }: Pick<Ledger, 'terms'>, texts: readonly string[]): ShortName[] {
  const words = new Set(texts.join(' ').match(/[\p{L}\p{N}]+/gu));
  // A plural is one too: PDFs.
  return [...terms.values()].flatMap(({ term, expansion }) => (expansion && (words.has(term) || words.has(`${term}s`)) ? [{ term, expansion }] : []));
}
