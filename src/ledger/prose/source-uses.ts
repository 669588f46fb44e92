import { findCited } from '../cite.ts';
import type { Ledger } from '../load.ts';
import { proseUses } from '../prose-refs.ts';

/**
 * Where each source is used: the ids of the sections whose text or figures rest on it.
 * @param uses What `proseUses` found.
 */
export function sourceUses(ledger: Ledger, uses: ReturnType<typeof proseUses>): Map<string, string[]> {
  const sections = new Map<string, Set<string>>();
  for (const { section, ids } of uses) {
    for (const source of ids.flatMap((id) => sourcesOf(ledger, id))) {
      sections.set(source, (sections.get(source) ?? new Set()).add(section));
    }
  }
  return new Map([...sections].map(([source, ids]) => [source, [...ids]]));
}

function sourcesOf(ledger: Ledger, id: string): string[] {
  const figure = ledger.figures.get(id);
  if (!figure) return findCited(ledger, id)?.sourceIds ?? [];
  const rows = [...figure.lines, ...figure.bands, ...figure.dots, ...figure.table_only].flatMap((series) => series.rows);
  return rows.flatMap((row) => findCited(ledger, row)?.sourceIds ?? []);
}
