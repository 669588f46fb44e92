import { formatDateShort } from '../data/format.ts';
import {
  actorAddress,
  claimAddress,
  datasetAddress,
  eventAddress,
  placeAddress,
  noteLink,
  termAddress,
  type Link,
} from './addresses.ts';
import { assessmentPages } from './mentions.ts';
import { findCited } from '../data/citations.ts';
import { placesShown } from '../data/figure-rows.ts';
import type { Ledger } from '../data/ledger.ts';
import { proseNotes } from '../data/notes.ts';

/** Returns, for each source id, everywhere the site uses it, in the order a reader would meet it. */
export function sourceUses(ledger: Ledger, root: string): Map<string, Link[]> {
  const uses = new Map<string, Link[]>();
  const add = (sourceIds: readonly string[], use: Link) => {
    for (const id of sourceIds) {
      const list = uses.get(id) ?? [];
      if (!list.some((other) => other.href === use.href)) list.push(use);
      uses.set(id, list);
    }
  };
  for (const { section, series, notes } of proseNotes(root)) {
    for (const note of notes) {
      // A term's own sources are named in the glossary, which every note leads to.
      const ids = [...note.numbers, ...note.cites];
      for (const id of ids) add(findCited(ledger, id)?.sourceIds ?? [], noteLink({ section, series }, note.n));
    }
  }
  for (const figure of ledger.figures.values()) {
    add(figure.base_sources, { href: `index.html#${figure.id}`, label: `figure ${figure.number}` });
    const rows = [...figure.lines, ...figure.bands, ...figure.dots, ...figure.table_only].flatMap(
      (series) => series.rows,
    );
    for (const id of rows)
      add(ledger.observations.get(id)?.source_ids ?? [], {
        href: `index.html#${figure.id}`,
        label: `figure ${figure.number}`,
      });
    for (const place of placesShown(ledger, figure))
      add([...place.source_ids, ...place.status_source_ids], {
        href: `index.html#${figure.id}`,
        label: `figure ${figure.number}`,
      });
  }
  for (const claim of ledger.claims.values())
    add(claim.source_ids, { href: claimAddress(claim), label: claim.id.replace('-', ' ') });
  const pages = assessmentPages(ledger, root);
  for (const item of ledger.assessments.values())
    add(item.source_ids, { href: `${pages.get(item.id)}#${item.id}`, label: `${item.who}, judgement` });
  for (const event of ledger.events.values())
    add(event.source_ids, { href: eventAddress(event), label: `timeline ${formatDateShort(event.date)}` });
  for (const actor of ledger.actors.values())
    add([...actor.sources, ...actor.strength.flatMap((item) => item.sources)], {
      href: actorAddress(actor),
      label: actor.abbreviation ?? actor.name,
    });
  for (const term of ledger.terms.values())
    add(term.source_ids, { href: termAddress(term), label: `term: ${term.term}` });
  for (const [name, rows] of Object.entries(ledger.datasets)) {
    for (const row of rows) add(row.source_ids, { href: datasetAddress({ id: name }), label: `dataset ${name}` });
  }
  for (const place of ledger.places.values()) {
    add([...place.source_ids, ...place.status_source_ids], { href: placeAddress(place), label: place.name });
  }
  for (const { source } of ledger.cities.values())
    add([source], { href: 'index.html', label: `small map of ${ledger.site.country}` });
  return uses;
}
