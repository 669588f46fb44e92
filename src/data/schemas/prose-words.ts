import { z } from 'astro/zod';

/** Number with what it counts. */
const COUNT = /^(?:\p{N}[\p{N},.]*|\p{L}+(?:ty|teen|hundred|thousand|million))\s/u;

/** Proper name that holds a number, which prose may therefore write in digits. */
export const numberedName = z.strictObject({
  /** Exactly as it is written in prose, capitals included. */
  name: z
    .string()
    .min(2, 'a name')
    .refine(
      (name) => /\p{Lu}/u.test(name) || !COUNT.test(name),
      'a name, no count of things: a count has its row in content/data',
    ),
  /** Reason why this is a name and not a count. */
  why: z.string().min(3, 'a few words'),
});

/** Words that take a side, in all their forms, with what this site says instead. */
export const loadedWords = z.strictObject({
  words: z.array(z.string().regex(/^\p{L}[\p{L} ’-]+$/u, 'a word or two, in letters')).min(1, 'a list of words'),
  instead: z.string().min(3, 'a few words'),
});
