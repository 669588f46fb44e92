import { z } from 'astro/zod';

/** A number read only in a later document, which itself says when it was first given. */
export const firstGiven = z.strictObject({
  /** Id of its row. */
  id: z.string(),
  /** Where and when it was first given, and in what it was read. */
  where: z.string().min(10, 'a document and its day'),
});

export type FirstGiven = z.infer<typeof firstGiven>;
