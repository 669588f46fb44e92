import { z } from 'astro/zod';

/** A proper name that holds a number, which prose may therefore spell out. */
export const numberedName = z.strictObject({
  /** Exactly as it is written in prose, capitals included. */
  name: z.string().min(2, 'a name'),
  /** Why this is a name and not a count. */
  why: z.string().min(3, 'a few words'),
});

export type NumberedName = z.infer<typeof numberedName>;
