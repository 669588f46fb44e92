import { z } from 'astro/zod';
import { oneOf, words } from './fields.ts';

/** Count of the table of civilians killed and injured. */
export const casualty = z.strictObject({
  /** Id of the row it shows. */
  id: z.string(),
  /** Fate of those counted. */
  fate: oneOf(['killed', 'injured']),
  /** Area that it covers, where the row's scope does not say it in these words. */
  where: words.optional(),
  /** Days that it covers, in words. */
  period: words,
});

/** Checked count of civilians killed or injured. */
export type Casualty = z.infer<typeof casualty>;
