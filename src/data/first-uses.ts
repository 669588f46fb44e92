import type { Ledger } from './ledger.ts';
import { memoizeByRoot } from './memoize.ts';
import { proseNotes } from './notes.ts';

/** Lists, for each term by id, the series of notes that use it, in reading order. */
const usesOfTerms = memoizeByRoot((_ledger: Ledger, root: string) => {
  const uses = proseNotes(root).flatMap(({ section, series, notes }) =>
    [...new Set(notes.flatMap(({ terms }) => terms))].map((term) => ({ term, section, series })),
  );
  return Map.groupBy(uses, ({ term }) => term);
});

/**
 * Checks that a series of notes is the first on its page to use a term, and so explains it.
 * @param section Section that the page shows by itself, with its record; without it, a page that holds all stories.
 */
export function isFirstUse(ledger: Ledger, root: string, term: string, series: string, section?: string): boolean {
  const uses = usesOfTerms(ledger, root).get(term) ?? [];
  const isStory = (use: (typeof uses)[number]) => use.series === use.section;
  const onPage =
    section === undefined
      ? [...uses.filter(isStory), ...uses.filter((use) => !isStory(use))]
      : uses.filter((use) => use.section === section);
  return onPage[0]?.series === series;
}
