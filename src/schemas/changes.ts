import { z } from 'astro/zod';
import { isRealDate } from './dates.ts';

/** One line of the public history of this explainer. */
export const change = z.strictObject({
  /** Permanent: a feed reader recognises the entry by it. */
  id: z.string().regex(/^change-[a-z0-9-]+$/, 'an id that begins with change-'),
  /** The day it was published. */
  date: z.string().refine((text) => isRealDate(text) && text.length === 10, 'an ISO date: YYYY-MM-DD'),
  /** The version of the site that brought it. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
  /** A correction mends what was wrong; an update follows what is new. */
  kind: z.enum(['first-edition', 'update', 'correction']),
  /** Ids of the sections, figures or rows that changed; empty if it is the whole page. */
  where: z.array(z.string()).default([]),
  /** What changed, in plain and neutral words; may hold `{number}` references. */
  text: z.string().min(20, 'a sentence'),
});

export type Change = z.infer<typeof change>;
