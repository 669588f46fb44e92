import { z } from 'astro/zod';
import { confidence, id, idList, isoDate, oneOf, optionalWords, words, yesNo } from './fields.ts';

/** Finding without a number of its own, with the sources that carry it, so that prose can cite them. */
export const statement = z.strictObject({
  id,
  /** Statement of the sources, in one or two sentences. */
  statement: words,
  source_ids: idList,
  confidence,
  note: optionalWords,
});

/** Checked row of a statement. */
export type Statement = z.infer<typeof statement>;

/** Leanings of a judgement: towards a turning point, against or cautious, or a later view. */
export const LEANINGS = ['for', 'against', 'looking-back'] as const;

/** Dated, attributed judgement on whether the offensive was a turning point. */
export const assessment = z.strictObject({
  id,
  date: isoDate,
  /** Basis of the day if `date` is not exact. */
  date_note: optionalWords,
  who: words,
  affiliation: optionalWords,
  leaning: oneOf(LEANINGS),
  /** The judgement in our words. */
  assessment: words,
  source_ids: idList,
  note: optionalWords,
  /** True if it is among the few that the explainer tells. */
  telling: yesNo,
});

/** Checked row of a judgement. */
export type Assessment = z.infer<typeof assessment>;
