import { z } from 'astro/zod';
import { confidence, id, idList, isoDate, oneOf, optionalWords, words } from './fields.ts';

/** A finding without a number of its own, tied to the sources that carry it, so that prose can cite the tie. */
export const statement = z.strictObject({
  id,
  /** What the sources say, in one or two sentences. */
  statement: words,
  source_ids: idList,
  confidence,
  note: optionalWords,
});

export type Statement = z.infer<typeof statement>;

/** A dated, attributed judgement on whether the offensive was a turning point. */
export const assessment = z.strictObject({
  id,
  date: isoDate,
  /** How the day is known if `date` is not exact. */
  date_note: optionalWords,
  who: words,
  affiliation: optionalWords,
  leaning: oneOf(['for', 'against', 'looking-back']),
  /** The judgement in our words. */
  assessment: words,
  source_ids: idList,
  note: optionalWords,
});

export type Assessment = z.infer<typeof assessment>;
