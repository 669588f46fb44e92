import { z } from 'astro/zod';
import { PHASES } from './event.ts';
import { oneOf } from './fields.ts';

/** Phase of the timeline, as headings and pictures name it. */
const phase = z.strictObject({
  /** Word for it in the rows of `timeline.csv`. */
  id: oneOf(PHASES),
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
  phases: z
    .array(phase)
    .refine(
      (all) => all.map(({ id }) => id).join() === PHASES.join(),
      `each phase once, in the order ${PHASES.join(', ')}`,
    ),
  named: z.array(namedEvent),
});

/** Checked phases and named events of the strip above the timeline. */
export type TimelineStripCard = z.infer<typeof timelineStripCard>;
/** Event that the strip names; its date comes from its row. */
export type NamedEvent = z.infer<typeof namedEvent>;
