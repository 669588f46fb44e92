import { z } from 'astro/zod';
import { id, idList, oneOf, optionalIdList, optionalWords, words } from './fields.ts';

export const VERDICTS = [
  'held up',
  'overstated',
  'understated',
  'disputed',
  'not verified',
  'time-bound',
  'reported mood',
  'attributed view',
] as const;

/** One claim of the founding report of about 1 December 2023, held against what is known since. */
export const claim = z.strictObject({
  id,
  /** The claim in our words. */
  claim: words,
  /** Who made it. */
  attributed_to: words,
  /** The figure in it, as the report put it. */
  figure: optionalWords,
  unit: optionalWords,
  /** Paragraph of the report. */
  paragraph: words,
  /** The groups of `actors.yaml` it is about, if any. */
  actor_ids: optionalIdList,
  source_ids: idList,
  /** What later evidence says. */
  evidence_since: optionalWords,
  verdict: oneOf(VERDICTS),
  verdict_reason: words,
});

export type Claim = z.infer<typeof claim>;
