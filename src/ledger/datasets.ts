import type { Card } from '../schemas/card.ts';
import { CARD_IDS, OBSERVATION_FILES, type Dataset } from './dataset-ids.ts';
import type { Ledger } from './load.ts';

/** A dataset's card and how many rows it has. */
export interface DatasetSummary {
  card: Card;
  rows: number;
}

/** Every dataset in reading order. Throws if one has no card; the ledger's checks say so first. */
export function datasetSummaries(ledger: Ledger): DatasetSummary[] {
  return CARD_IDS.map((id) => {
    const card = ledger.cards.get(id);
    if (!card) throw new Error(`no card content/data/${id}.yaml`);
    return { card, rows: rowCount(ledger, id) };
  });
}

function rowCount(ledger: Ledger, id: (typeof CARD_IDS)[number]): number {
  if ((OBSERVATION_FILES as readonly string[]).includes(id)) return ledger.datasets[id as Dataset].length;
  const sizes = {
    places: ledger.places.size,
    timeline: ledger.events.size,
    actors: ledger.actors.size,
    glossary: ledger.terms.size,
    claims: ledger.claims.size,
    statements: ledger.statements.size,
    assessments: ledger.assessments.size,
    sources: ledger.sources.size,
  };
  return sizes[id as keyof typeof sizes];
}
