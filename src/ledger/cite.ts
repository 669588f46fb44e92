import { formatDate } from './format.ts';
import type { Ledger } from './load.ts';
import type { Source } from '../schemas/source.ts';

/** What an id may point at when prose cites it. */
export type CitedKind = 'number' | 'derived' | 'event' | 'claim' | 'statement' | 'assessment' | 'place' | 'actor' | 'term';

/** A cited row: what it is, and the sources that the ledger ties to it. */
export interface Cited {
  id: string;
  kind: CitedKind;
  sourceIds: string[];
}

/**
 * Finds a citable row by id. Prose cites rows, never sources: so a statement can only ever carry
 * the sources that the ledger ties to it.
 * @returns `null` if nothing has that id.
 */
export function findCited(ledger: Ledger, id: string): Cited | null {
  const derivation = ledger.derivations.get(id);
  if (derivation) {
    const sourceIds = derivation.of.flatMap((of) => ledger.observations.get(of)?.source_ids ?? []);
    return { id, kind: 'derived', sourceIds: [...new Set(sourceIds)] };
  }
  const row = (kind: CitedKind, found: { source_ids: string[] } | undefined): Cited | null =>
    found ? { id, kind, sourceIds: found.source_ids } : null;
  const actor = ledger.actors.get(id.replace(/^actor-/, ''));
  return (
    row('number', ledger.observations.get(id)) ??
    row('event', ledger.events.get(id)) ??
    row('claim', ledger.claims.get(id)) ??
    row('statement', ledger.statements.get(id)) ??
    row('assessment', ledger.assessments.get(id)) ??
    placeCited(ledger, id) ??
    row('term', ledger.terms.get(id.replace(/^term-/, ''))) ??
    (actor ? { id, kind: 'actor', sourceIds: actor.sources } : null)
  );
}

/** `OCHA, “Flash Update #10”, 15 December 2023`. */
export function citation(source: Source): string {
  const title = source.title_seen === 'yes' ? `“${source.title}”` : source.title;
  return [source.publisher, title, sourceDate(source)].filter(Boolean).join(', ');
}

/** The date of a source as readers see it; `undated` if nothing is known. */
export function sourceDate(source: Source): string {
  return source.published ? formatDate(source.published) : (source.published_note ?? 'undated');
}

function placeCited(ledger: Ledger, id: string): Cited | null {
  const place = ledger.places.get(id);
  return place ? { id, kind: 'place', sourceIds: [...new Set([...place.source_ids, ...place.status_source_ids])] } : null;
}
