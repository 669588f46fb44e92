import { z } from 'astro/zod';
import { confidence, id, idList, isoDate, oneOf, optionalIdList, optionalWords, words } from './fields.ts';

/** Dated event of the timeline. */
export const event = z.strictObject({
  id,
  date: isoDate,
  /** Must agree with how the date is written. */
  precision: oneOf(['year', 'month', 'day']),
  /** One of the phases in `timeline-strip.yaml`. */
  phase: id,
  /** Description in one sentence. */
  event: words,
  place: words,
  /** The rows of `places.csv` it happened at, if it has any. */
  place_ids: optionalIdList,
  /** The groups of `actors.yaml` it concerns, if any. */
  actor_ids: optionalIdList,
  source_ids: idList,
  confidence,
  note: optionalWords,
});

/** Checked row of an event. */
export type TimelineEvent = z.infer<typeof event>;
