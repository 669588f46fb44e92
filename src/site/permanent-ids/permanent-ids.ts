import {
  actorAddress,
  changeAddress,
  claimAddress,
  datasetAddress,
  dayAddress,
  embedAddress,
  eventAddress,
  figureAddress,
  numberAddress,
  numberPageAddress,
  placeAddress,
  sectionAddress,
  sourceAddress,
  termAddress,
} from '../addresses.ts';
import { TEXT_PAGE, textAddress } from '../editions.ts';
import { explainerRowIds, figureRowIds } from '../../data/figure-rows.ts';
import { type Ledger, CARD_IDS } from '../../data/ledger.ts';

/**
 * Addresses of each kind of id: every one that was ever shared, from the top of the site, the main one first.
 * An address added here is from then on kept for every id of its kind; none is ever taken away.
 */
export const ADDRESSES = {
  actor: (id) => [actorAddress({ id }), `actors.html#actor-${id}`],
  assessment: (id) => [`index.html#${id}`],
  change: (id) => [changeAddress({ id })],
  claim: (id) => [claimAddress({ id }), `index.html#${id}`],
  computed: (id) => [`datasets.html#${id}`],
  dataset: (id) => [datasetAddress({ id })],
  day: (id) => [dayAddress({ id })],
  event: (id) => [eventAddress({ id })],
  figure: (id) => [`index.html#${id}`, figureAddress({ id }), embedAddress({ id }), `${TEXT_PAGE}#${id}`],
  'figure-row': (id) => [`${figureAddress({ id: id.replace(/-[^-]+$/, '') })}#${id}`],
  'key-number': (id) => [`index.html#key-${id}`],
  number: (id) => [numberAddress({ id })],
  'number-page': (id) => [numberPageAddress({ id })],
  place: (slug) => [placeAddress({ slug }), `places.html#place-${slug}`],
  row: (id) => [`index.html#${id}`],
  section: (id) => [`index.html#${id}`, sectionAddress({ id }), `${TEXT_PAGE}#${id}`, textAddress({ id })],
  source: (id) => [sourceAddress({ id })],
  term: (id) => [termAddress({ id }), `glossary.html#term-${id}`],
} as const satisfies Record<string, (id: string) => string[]>;

/** Kind of thing that a permanent id names. */
export type PublishedKind = keyof typeof ADDRESSES;

/** Kinds of permanent ids, in the order of the list of published ids. */
export const PUBLISHED_KINDS = Object.keys(ADDRESSES) as [PublishedKind, ...PublishedKind[]];

/** Permanent id: readers have shared addresses that end in it. */
export interface PublishedId {
  kind: PublishedKind;
  id: string;
}

/** Lists every permanent id that the content has now, in the order of the list of published ids. */
export function liveIds(ledger: Ledger): PublishedId[] {
  const ids: Record<PublishedKind, Iterable<string>> = {
    actor: ledger.actors.keys(),
    assessment: ledger.assessments.keys(),
    change: ledger.changes.keys(),
    claim: ledger.claims.keys(),
    computed: ledger.derivations.keys(),
    dataset: CARD_IDS,
    day: ledger.briefs.keys(),
    event: ledger.events.keys(),
    figure: ledger.figures.keys(),
    'figure-row': [...ledger.figures.values()].filter(({ lead }) => lead).flatMap(figureRowIds),
    'key-number': ledger.keyNumbers.keys(),
    number: ledger.safeLines.keys(),
    'number-page': [...ledger.safeLines.values()].filter(({ own_page }) => own_page).map(({ id }) => id),
    place: [...ledger.places.values()].map(({ slug }) => slug),
    row: [...ledger.figures.values()].flatMap(explainerRowIds),
    section: ledger.sectionIds,
    source: ledger.sources.keys(),
    term: ledger.terms.keys(),
  };
  return sortIds(PUBLISHED_KINDS.flatMap((kind) => [...ids[kind]].map((id) => ({ kind, id }))));
}

/** Sorts ids by kind, then by name, the same on every machine. */
export function sortIds(ids: readonly PublishedId[]): PublishedId[] {
  return [...ids].sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
}

/** Writes an id as one line, which no other id shares: `figure map`. */
export function formatId({ kind, id }: PublishedId): string {
  return `${kind} ${id}`;
}

/** Lists the addresses that an id has. */
export function publishedAddresses({ kind, id }: PublishedId): string[] {
  return ADDRESSES[kind](id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
