import type { Ledger } from '../../../data/ledger.ts';

/** A short name and what it stands for. */
export interface ShortName {
  term: string;
  expansion: string;
}

/** The short names of the glossary and of the groups that stand in these texts as words, in their order there: paper has nothing to point at for the others. */
export function shortNamesIn(
  { terms, actors }: Pick<Ledger, 'terms' | 'actors'>,
  texts: readonly string[],
): ShortName[] {
  const words = new Set(texts.join(' ').match(/[\p{L}\p{N}]+/gu));
  const known = new Map<string, string>();
  for (const { term, expansion } of terms.values()) if (expansion) known.set(term, expansion);
  for (const { abbreviation, name } of actors.values())
    if (abbreviation && !known.has(abbreviation)) known.set(abbreviation, name);
  // A plural is one too: PDFs.
  return [...known].flatMap(([term, expansion]) =>
    words.has(term) || words.has(`${term}s`) ? [{ term, expansion }] : [],
  );
}
