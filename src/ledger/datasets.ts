import type { Card } from '../schemas/card.ts';
import { CARD_IDS, OBSERVATION_FILES, type CardId, type Dataset } from './dataset-ids.ts';
import type { Ledger } from './load.ts';

/** A dataset's card and how many rows it has. */
export interface DatasetSummary {
  id: CardId;
  card: Card;
  rows: number;
}

/** Every dataset in reading order. Throws if one has no card; the ledger's checks say so first. */
export function datasetSummaries(ledger: Ledger): DatasetSummary[] {
  return CARD_IDS.map((id) => ({ id, card: datasetCard(ledger, id), rows: ledgerRows(ledger, id).length }));
}

/** The card of a dataset. Throws if there is none; the ledger's checks say so first. */
export function datasetCard(ledger: Ledger, id: CardId): Card {
  const card = ledger.cards.get(id);
  if (!card) throw new Error(`no card content/data/${id}.yaml`);
  return card;
}

/** The checked rows of a dataset, in the order of its file. */
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
