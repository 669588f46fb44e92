import { z } from 'astro/zod';
import { id } from './fields.ts';

/** Sentence about a number, or about something often put wrongly, that can be printed as it stands. */
export const safeLine = z
  .strictObject({
    /** Id of the number; of something that is no number a short name, which its address ends in and which never changes. */
    id,
    /** What it is about, where it is no number. */
    words: z.string().min(5).optional(),
    /** The sentence, with `{number}` references. */
    write: z.string().min(20).optional(),
    /** A tempting line that is wrong, and why; may hold `{number}` references. */
    avoid: z.string().min(20).optional(),
    /** Whether the section on method and the short briefing show it. */
    brief: z.boolean().default(false),
    /** Whether the number is quoted so often that it has a page and a picture of its own. */
    own_page: z.boolean().default(false),
  })
  .refine(({ write, avoid }) => write !== undefined || avoid !== undefined, 'at least one of "write" and "avoid"');

/** Checked line of what can be printed. */
export type SafeLine = z.infer<typeof safeLine>;
