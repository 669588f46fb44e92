import { drawFigure } from '../../../figures/index.ts';
import type { Ledger } from '../../../data/ledger.ts';

/** A short name and what it stands for. */
export interface ShortName {
  term: string;
  expansion: string;
}

/** Finds the short names of the glossary and of the groups that stand in these texts as words: paper has nothing to point at for the others. */
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

/** Returns all words that stand on the map of the short forms and in its key. */
export function mapWords(ledger: Ledger): string[] {
  const card = ledger.figures.get('map');
  if (!card) throw new Error('no figure "map" in content/figures');
  return [
    ...card.key.map(({ text }) => text),
    ...drawFigure(ledger, card, 'paper').labels.flatMap(({ lines }) => lines),
  ];
}
