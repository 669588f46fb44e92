import { z } from 'astro/zod';
import { id } from './fields.ts';

/** Description of a dataset: its columns, origin, terms and caveats. */
export const card = z.strictObject({
  id: z.string(),
  /** The dataset's name for readers. */
  title: z.string().min(1),
  /** Contents, in one or two sentences. */
  what: z.string().min(40, 'one or two full sentences'),
  /** Name of one row. */
  row: z.string().min(1),
  /** Units of the values. */
  unit: z.string().min(1),
  /** Every column in words, by its name in the file. */
  columns: z.record(z.string(), z.string().min(1)),
  /** Series that are parts of another, by name: no count of a part may lie above that of its whole. */
  parts: z.record(z.string(), z.string()).optional(),
  /** Makers of the numbers, and their way into this file. */
  origin: z.string().min(1),
  /** Terms under which the facts, the wording and any third-party part may be reused. */
  licence: z.string().min(1),
  /** Part of the rows that is someone else’s and not ours to license. */
  others: z
    .strictObject({ name: id, what: z.string().min(3), owner: z.string().min(3), terms: z.string().min(3) })
    .optional(),
  /** Limits to what the numbers show. */
  caveats: z.array(z.string().min(1)).min(1, 'at least one caveat'),
  /** Gaps in the numbers. */
  missing: z.string().min(1),
  /** The last day any row describes, where the rows have no dates of their own; of others it is computed. */
  last_data: z.string().min(4).optional(),
});

/** Checked description of a dataset. */
export type Card = z.infer<typeof card>;
