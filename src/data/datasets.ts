import type { Card } from './schemas/dataset-card.ts';
import { latestDate } from './schemas/dates.ts';
import { type Ledger, CARD_IDS, type CardId, type Dataset, OBSERVATION_FILES } from './ledger.ts';
import type { z } from 'astro/zod';
import { actor } from './schemas/actor.ts';
import { claim } from './schemas/claim.ts';
import { event } from './schemas/event.ts';
import { fact, observation } from './schemas/observation.ts';
import { place } from './schemas/place.ts';
import { source } from './schemas/source.ts';
import { assessment, statement } from './schemas/statement.ts';
import { term } from './schemas/term.ts';

/** Card of a dataset, and its number of rows. */
export interface DatasetSummary {
  id: CardId;
  card: Card;
  rows: number;
  /** The last day that any row describes. */
  lastData: string;
}

/**
 * Lists every dataset in reading order.
 * @throws Error if one has no card; the ledger's checks report that first.
 */
export function datasetSummaries(ledger: Ledger): DatasetSummary[] {
  return CARD_IDS.map((id) => ({
    id,
    card: datasetCard(ledger, id),
    rows: ledgerRows(ledger, id).length,
    lastData: lastData(ledger, id),
  }));
}

/**
 * Returns the card of a dataset.
 * @throws Error if there is none; the ledger's checks report that first.
 */
export function datasetCard(ledger: Ledger, id: CardId): Card {
  const card = ledger.cards.get(id);
  if (!card) throw new Error(`no card content/data/${id}.yaml`);
  return card;
}

/** Returns the checked rows of a dataset, in the order of its file. */
export function ledgerRows(ledger: Ledger, id: CardId): readonly object[] {
  if ((OBSERVATION_FILES as readonly string[]).includes(id)) return ledger.datasets[id as Dataset];
  const others = {
    places: ledger.places,
    timeline: ledger.events,
    actors: ledger.actors,
    glossary: ledger.terms,
    claims: ledger.claims,
    statements: ledger.statements,
    assessments: ledger.assessments,
    sources: ledger.sources,
  };
  return [...others[id as keyof typeof others].values()];
}

/**
 * Returns the last day that a dataset reaches, from its rows, or from its card where they have no dates; of sources, the last day of publication.
 * @throws Error if neither has one; the ledger's checks report that first.
 */
export function lastData(ledger: Ledger, id: CardId): string {
  const days =
    id === 'sources'
      ? [...ledger.sources.values()].flatMap(({ published }) => published ?? [])
      : datasetDays(ledger, id);
  const last = days.length === 0 ? datasetCard(ledger, id).last_data : latestDate(days);
  if (last === undefined) throw new Error(`no last_data in content/data/${id}.yaml`);
  return last;
}

/** Lists the dates that a dataset's rows describe, as ISO dates of any precision; none for the glossary and the like. */
export function datasetDays(ledger: Ledger, id: string): string[] {
  const isDate = (date: string | null): date is string => date !== null;
  if (id === 'places')
    return [...ledger.places.values()]
      .flatMap((row) => [
        row.captured_on,
        row.status_changed_on,
        row.changed_not_after,
        row.held_seen_on,
        row.trade_resumed_on,
      ])
      .filter(isDate);
  if (id === 'timeline') return [...ledger.events.values()].map((row) => row.date);
  if (id === 'assessments') return [...ledger.assessments.values()].map((row) => row.date);
  const dataset = OBSERVATION_FILES.find((name) => name === id);
  return dataset ? ledger.datasets[dataset].map((row) => row.as_of).filter(isDate) : [];
}

const OTHERS = {
  facts: fact,
  places: place,
  timeline: event,
  actors: actor,
  glossary: term,
  claims: claim,
  statements: statement,
  assessments: assessment,
  sources: source,
};

/** Returns the schema of each column of a dataset, by the column's name, in the order of its file. */
export function columnChecks(id: CardId): Record<string, z.ZodType> {
  return (id in OTHERS ? OTHERS[id as keyof typeof OTHERS] : observation).shape;
}
