import { z } from 'astro/zod';

/** An id that had to go, and what readers find in its place. */
export const forward = z.strictObject({
  /** What the id named, as in the list of published ids: `figure`, `place`, `row` … */
  kind: z.string().min(1, 'what the id named'),
  /** The id that went. */
  from: z.string().min(1, 'the id that went'),
  /** The id of the same kind that readers are led to. */
  to: z.string().min(1, 'the id of its successor'),
  /** The entry of changes.yaml that tells readers why. */
  change: z.string().min(1, 'the id of an entry in content/changes.yaml'),
});

export type Forward = z.infer<typeof forward>;
