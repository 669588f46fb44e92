import { z } from 'astro/zod';
import { PHASES } from './event.ts';
import { oneOf } from './fields.ts';

/** A part of the story, as headings and pictures name it. */
const phase = z.strictObject({
  /** The word that events have for it in `timeline.csv`. */
  id: oneOf(PHASES),
  title: z.string().min(1),
});

/** An event that the strip names; its date comes from its row. */
const namedEvent = z.strictObject({
  /** Id of its row in `timeline.csv`. */
  id: z.string(),
  /** What happened, in as few words as can be. */
  text: z.string().min(1),
});

/** What an editor may change of the strip above the timeline. */
export const timelineStripCard = z.strictObject({
  phases: z
    .array(phase)
    .refine(
      (all) => all.map(({ id }) => id).join() === PHASES.join(),
      `each phase once, in the order ${PHASES.join(', ')}`,
    ),
  named: z.array(namedEvent),
});

export type TimelineStripCard = z.infer<typeof timelineStripCard>;
export type NamedEvent = z.infer<typeof namedEvent>;
