/** The files whose rows are published numbers; all share one shape. */
export const OBSERVATION_FILES = ['displacement', 'displacement-by-state', 'positions', 'handovers', 'facts'] as const;
export type Dataset = (typeof OBSERVATION_FILES)[number];

/** Names of the datasets that must have a card. */
export const CARD_IDS = [
  ...OBSERVATION_FILES,
  'places',
  'timeline',
  'actors',
  'glossary',
  'claims',
  'statements',
  'assessments',
  'sources',
] as const;
export type CardId = (typeof CARD_IDS)[number];
