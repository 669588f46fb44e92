import { z } from 'astro/zod';
import { oneOf } from './fields.ts';

/** One count of the table of civilians killed and injured. */
export const casualty = z.strictObject({
  /** Id of the row it shows. */
  id: z.string(),
  /** What happened to those counted. */
  fate: oneOf(['killed', 'injured']),
});

export type Casualty = z.infer<typeof casualty>;
