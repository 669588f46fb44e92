import { z } from 'astro/zod';
import { id, idList, oneOf, optionalIdList, optionalWords, words, yesNo } from './fields.ts';

/** Results of checking a claim, as `claims.csv` has them. */
const VERDICTS = [
  'held up',
  'consistent, not verified',
  'overstated',
  'understated',
  'disputed',
  'not verified',
  'time-bound',
  'reported mood',
  'attributed view',
] as const;

/** Kinds of claims: contested ones are counted apart, since a basic fact is no test of a report. */
export const CLAIM_KINDS = ['contested claim', 'basic fact', 'view or mood'] as const;

/** Claim of the founding report of about 1 December 2023, with the result of checking it against later evidence. */
export const claim = z.strictObject({
  id,
  /** The claim in our words. */
  claim: words,
  kind: oneOf(CLAIM_KINDS),
  /** Person or body that made it. */
  attributed_to: words,
  /** The figure in it, as the report put it. */
  figure: optionalWords,
  unit: optionalWords,
  /** Paragraph of the report. */
  paragraph: words,
  /** The groups of `actors.yaml` it is about, if any. */
  actor_ids: optionalIdList,
  source_ids: idList,
  /** Later evidence. */
  evidence_since: optionalWords,
  verdict: oneOf(VERDICTS),
  verdict_reason: words,
  /** True if it is among the few that the explainer tells. */
  telling: yesNo,
});

/** Checked row of a claim. */
export type Claim = z.infer<typeof claim>;
