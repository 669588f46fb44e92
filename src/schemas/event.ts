import { z } from 'astro/zod';
import { confidence, id, idList, isoDate, oneOf, optionalWords, words } from './fields.ts';

export const PHASES = ['background', 'launch', 'spread', 'ceasefire', 'phase-two', 'aftermath'] as const;

/** One dated event of the timeline. */
export const event = z.strictObject({
  id,
  date: isoDate,
  /** Must agree with how the date is written. */
  precision: oneOf(['year', 'month', 'day']),
  phase: oneOf(PHASES),
  /** What happened, in one sentence. */
  event: words,
  place: words,
  source_ids: idList,
  confidence,
  note: optionalWords,
});

export type TimelineEvent = z.infer<typeof event>;
