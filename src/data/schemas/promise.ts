import { z } from 'astro/zod';

/** Something that readers are promised, and the test that holds it. */
export const promise = z.strictObject({
  /** Its address on the page: `promise-<id>`. */
  id: z.string().regex(/^[a-z-]+$/, 'small letters and hyphens'),
  /** The promise, in one sentence. */
  promise: z.string().min(10, 'a sentence'),
  /** What that means for a reader, or where it ends. */
  means: z.string().min(10, 'a sentence'),
  /** The name of the test, word for word. */
  test: z.string().min(10, 'the name of a test'),
});

export type ReaderPromise = z.infer<typeof promise>;
