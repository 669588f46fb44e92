import { z } from 'astro/zod';
import { oneOf } from './fields.ts';

/** Count of the table of civilians killed and injured. */
export const casualty = z.strictObject({
  /** Id of the row it shows. */
  id: z.string(),
  /** Fate of those counted. */
  fate: oneOf(['killed', 'injured']),
});

/** Checked count of civilians killed or injured. */
export type Casualty = z.infer<typeof casualty>;
