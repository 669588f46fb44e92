import { z } from 'astro/zod';

/** What a reader should know of a dataset before using it. */
export const card = z.strictObject({
  id: z.string(),
  /** The dataset's name for readers. */
  title: z.string().min(1),
  /** What it is, in one or two sentences. */
  what: z.string().min(40, 'one or two full sentences'),
  /** What one row is. */
  row: z.string().min(1),
  /** Units of the values. */
  unit: z.string().min(1),
  /** Every column in words, by its name in the file. */
  columns: z.record(z.string(), z.string().min(1)),
  /** Who made the numbers and how they reached this file. */
  origin: z.string().min(1),
  /** Under which terms the facts, the wording and any third-party part may be reused. */
  licence: z.string().min(1),
  /** What the numbers cannot bear. */
  caveats: z.array(z.string().min(1)).min(1, 'at least one caveat'),
  /** Where numbers are missing. */
  missing: z.string().min(1),
  /** The last day any row describes. */
  last_data: z.string().min(4),
});

export type Card = z.infer<typeof card>;
