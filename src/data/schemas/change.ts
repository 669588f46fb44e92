import { z } from 'astro/zod';
import { isRealDate } from './dates.ts';

/** Fields of a correction, which no other change has. */
const CORRECTED = ['was', 'is', 'why'] as const;

/** Entry of the public history of this explainer. */
export const change = z
  .strictObject({
    /** Permanent: a feed reader recognises the entry by it. */
    id: z.string().regex(/^change-[a-z0-9-]+$/, 'an id that begins with change-'),
    /** The day it was published. */
    date: z.string().refine((text) => isRealDate(text) && text.length === 10, 'an ISO date: YYYY-MM-DD'),
    /** The version of the site that brought it. */
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
    /** A correction mends what was wrong; an update follows what is new. */
    kind: z.enum(['first-edition', 'update', 'correction'], { error: 'one of first-edition, update, correction' }),
    /** Ids of the parts changed, as they stand after the `#` of addresses (`map`, `place-lashio`, `crossings-BX01`, `number-A21`) or as rows have them (`A21`); empty if it is the whole site. */
    where: z.array(z.string()).default([]),
    /** Description of the change in plain and neutral words; may hold `{number}` references. */
    text: z.string().min(20, 'a sentence'),
    /** Text until that day, quoted with its numbers as they were. Only for a correction, like the next two. */
    was: z.string().min(1, 'what stood there').optional(),
    /** Text since that day, quoted as it was then: later changes of the rows must not change this record. */
    is: z.string().min(1, 'what stands there now').optional(),
    /** Reason why the old words were wrong, and how that was found; may hold `{number}` references. */
    why: z.string().min(20, 'the reason, as a sentence').optional(),
  })
  .superRefine((entry, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (entry.is !== undefined && entry.is === entry.was) refuse('is', 'other words than "was"');
    for (const field of CORRECTED) {
      const isThere = entry[field] !== undefined;
      if (entry.kind === 'correction' && !isThere) refuse(field, `${WANTED[field]}: a correction says was, is and why`);
      if (entry.kind !== 'correction' && isThere)
        refuse(field, `no such field: only a correction says was, is and why, and this is called ${entry.kind}`);
    }
  });

const WANTED = { was: 'what stood there before', is: 'what stands there now', why: 'why it was wrong' };

/** Checked entry of the public history. */
export type Change = z.infer<typeof change>;

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
