import { formatDate, formatDateShort } from './format.ts';
import { observationOf } from './latest.ts';
import type { Ledger } from './ledger.ts';
import type { Source } from './schemas/source.ts';

/** Cited row, and the sources that the ledger ties to it. */
export interface Cited {
  id: string;
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
    return { id, sourceIds: [...new Set(sourceIds)] };
  }
  const row = (found: { source_ids: string[] } | undefined): Cited | null =>
    found ? { id, sourceIds: found.source_ids } : null;
  const actor = ledger.actors.get(id.replace(/^actor-/, ''));
  return (
    row(observationOf(ledger, id)) ??
    row(ledger.events.get(id)) ??
    row(ledger.claims.get(id)) ??
    row(ledger.statements.get(id)) ??
    row(ledger.assessments.get(id)) ??
    placeCited(ledger, id) ??
    row(ledger.terms.get(id.replace(/^term-/, ''))) ??
    (actor ? { id, sourceIds: actor.sources } : null)
  );
}

/** Returns the date of a source as readers see it, with that of an update; `undated` if nothing is known. */
export function formatSourceDate({ published, published_note: note, updated }: Source): string {
  const first = published ? formatDate(published) : (note ?? 'undated');
  return updated ? `${first}, updated ${formatDate(updated)}` : first;
}

/** Returns the same in short: `13 Nov 2023, updated Jan 2024`; nothing if no exact date is known. */
export function formatSourceDateShort({ published, updated }: Source): string {
  if (!published) return '';
  return updated ? `${formatDateShort(published)}, updated ${formatDateShort(updated)}` : formatDateShort(published);
}

/** Length of a headline, in characters, that is enough to know it by. */
const MAX_HEADLINE = 28;

/** Returns the first words of a headline, which tell a publisher's undated documents apart. */
export function shortHeadline({ title }: Source): string {
  return `“${title.split(' ').slice(0, 3).join(' ').slice(0, MAX_HEADLINE)}…”`;
}

/** Compares sources for lists: by publisher, then by date, undated ones first. */
export function compareSources(a: Source, b: Source): number {
  return a.publisher.localeCompare(b.publisher, 'en') || (a.published ?? '').localeCompare(b.published ?? '');
}

/** Lists the hosts of the copies that were read, each once; copies are named and never linked. */
export function copyHosts({ copies }: Source): string[] {
  return [...new Set(copies.map((url) => new URL(url).hostname.replace(/^www\./, '')))];
}

function placeCited(ledger: Ledger, id: string): Cited | null {
  const place = ledger.places.get(id);
  return place ? { id, sourceIds: [...new Set([...place.source_ids, ...place.status_source_ids])] } : null;
}
