import { z } from 'astro/zod';
import { id } from './fields.ts';

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

/** Phases and named events of the strip above the timeline. */
export const timelineStripCard = z.strictObject({
  /** Phases in their order; the ids are addresses too, and stay. */
  phases: z
    .array(phase)
    .min(1, 'at least one phase')
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'each phase once'),
  named: z.array(namedEvent),
});

/** Checked phases and named events of the strip above the timeline. */
export type TimelineStripCard = z.infer<typeof timelineStripCard>;
/** Event that the strip names; its date comes from its row. */
export type NamedEvent = z.infer<typeof namedEvent>;
