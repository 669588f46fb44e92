import { z } from 'astro/zod';
import { id, isoDate, oneOf } from './fields.ts';

/** Phase of the timeline, as headings and pictures name it. */
const phase = z.strictObject({
  /** Word for it in the rows of `timeline.csv`. */
  id,
  title: z.string().min(1),
});

/** An event that the strip names; its date comes from its row. */
const namedEvent = z.strictObject({
  /** Id of its row in `timeline.csv`. */
  id: z.string(),
  /** Description in as few words as possible. */
  text: z.string().min(1),
});

/** A date named under a stretch, and how much of it is written: `nothing` leaves a bare tick. */
const tick = z.strictObject({
  at: isoDate,
  as: oneOf(['year', 'month', 'month and year', 'nothing']),
});

/** A stretch of time with a scale of its own, up to where the next one begins; the last one ends with the month of the newest event. */
const stretch = z.strictObject({
  from: isoDate.refine((date) => date.length === 10, 'a day: YYYY-MM-DD'),
  /** Its part of the width, where all stand side by side. */
  share: z.number().positive(),
  /** The dates named under it, by width. In the last one, years after them are named by themselves. */
  ticks: z.strictObject({ phone: z.array(tick), column: z.array(tick) }),
});

/** Phases and named events of the strip above the timeline. */
export const timelineStripCard = z.strictObject({
  /** Phases in their order; the ids are addresses too, and stay. */
  phases: z
    .array(phase)
    .min(1, 'at least one phase')
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'each phase once'),
  named: z.array(namedEvent),
  /** Stretches of time, first to last. */
  stretches: z
    .array(stretch)
    .min(1, 'at least one stretch')
    .refine(
      (all) => all.every(({ from }, index) => index === 0 || from > (all[index - 1]?.from ?? '')),
      'stretches in the order of their first days',
    ),
});

/** Checked phases and named events of the strip above the timeline. */
export type TimelineStripCard = z.infer<typeof timelineStripCard>;
/** Event that the strip names; its date comes from its row. */
export type NamedEvent = z.infer<typeof namedEvent>;
