import { z } from 'astro/zod';

/** Number read only in a later document, which itself says when it was first given. */
export const firstGiven = z.strictObject({
  /** Id of its row. */
  id: z.string(),
  /** Document and day of its first publication, and the document it was read in. */
  where: z.string().min(10, 'a document and its day'),
});

/** Checked statement of when a number was first given. */
export type FirstGiven = z.infer<typeof firstGiven>;
