import { z } from 'astro/zod';

/** Words that take a side, in all their forms, with what this site says instead. */
export const loadedWords = z.strictObject({
  words: z.array(z.string().regex(/^\p{L}[\p{L} ’-]+$/u, 'a word or two, in letters')).min(1, 'a list of words'),
  instead: z.string().min(3, 'a few words'),
});

/** Checked entry of words that take a side. */
export type LoadedWords = z.infer<typeof loadedWords>;
