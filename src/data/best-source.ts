import type { Ledger } from './ledger.ts';
import type { Source } from './schemas/source.ts';

/** Kinds of publishers in classes, best first; which kind a publisher is stands in `content/sources.csv`. */
const CLASSES: readonly (readonly Source['kind'][])[] = [
  ['un', 'official'],
  ['wire'],
  ['local-media', 'think-tank', 'ngo'],
  ['reference', 'state-media', 'armed-group'],
];

/**
 * Chooses the source that best carries what is said: a UN or official original, else an agency, else an outlet that
 * knows the field, else what there is; of one class the first that is named. A summary of a document counts behind
 * all originals, and a weak source behind everything.
 * @returns Its id, or `undefined` if there is none.
 */
export function bestSource(ledger: Pick<Ledger, 'sources'>, ids: readonly string[]): string | undefined {
  const known = ids.flatMap((id) => ledger.sources.get(id) ?? []);
  return known.toSorted((a, b) => rank(a) - rank(b))[0]?.id;
}

function rank({ kind, read, weak }: Source): number {
  if (weak) return CLASSES.length + 1;
  if (read === 'summary') return CLASSES.length;
  return CLASSES.findIndex((kinds) => kinds.includes(kind));
}
