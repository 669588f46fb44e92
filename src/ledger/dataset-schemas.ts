import type { z } from 'astro/zod';
import { actor } from '../schemas/actor.ts';
import { claim } from '../schemas/claim.ts';
import { event } from '../schemas/event.ts';
import { observation } from '../schemas/observation.ts';
import { place } from '../schemas/place.ts';
import { source } from '../schemas/source.ts';
import { assessment, statement } from '../schemas/statement.ts';
import { term } from '../schemas/term.ts';
import type { CardId } from './dataset-ids.ts';

const OTHERS = {
  places: place,
  timeline: event,
  actors: actor,
  glossary: term,
  claims: claim,
  statements: statement,
  assessments: assessment,
  sources: source,
};

/** The check of each column of a dataset, by the column's name, in the order of its file. */
export function columnChecks(id: CardId): Record<string, z.ZodType> {
  return (id in OTHERS ? OTHERS[id as keyof typeof OTHERS] : observation).shape;
}
