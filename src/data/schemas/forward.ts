import { z } from 'astro/zod';

/** Id that had to go, and its successor. */
export const forward = z.strictObject({
  /** Kind of thing that the id named, as in the list of published ids: `figure`, `place`, `row` … */
  kind: z.string().min(1, 'what the id named'),
  /** The id that went. */
  from: z.string().min(1, 'the id that went'),
  /** The id of the same kind that readers are led to. */
  to: z.string().min(1, 'the id of its successor'),
  /** Entry of changes.yaml that gives readers the reason. */
  change: z.string().min(1, 'the id of an entry in content/changes.yaml'),
});

/** Checked forward of an id. */
export type Forward = z.infer<typeof forward>;
