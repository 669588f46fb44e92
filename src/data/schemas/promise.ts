import { z } from 'astro/zod';

/** Promise to readers, and the test that checks it. */
export const promise = z.strictObject({
  /** Its address on the page: `promise-<id>`. */
  id: z.string().regex(/^[a-z-]+$/, 'small letters and hyphens'),
  /** The promise, in one sentence. */
  promise: z.string().min(10, 'a sentence'),
  /** Meaning for a reader, or limits. */
  means: z.string().min(10, 'a sentence'),
  /** The name of the test, word for word. */
  test: z.string().min(10, 'the name of a test'),
});

/** Checked entry of a promise to readers. */
export type ReaderPromise = z.infer<typeof promise>;
