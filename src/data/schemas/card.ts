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

/** A number computed from other rows; the formula is shown wherever the number is. */
export const derivation = z.strictObject({
  id: z.string().regex(/^d-[a-z0-9-]+$/, 'an id that begins with d-'),
  /** The operation: first minus second, sum of all, first as a share of second in per cent, or second divided by first. */
  kind: z.enum(['difference', 'sum', 'share', 'one-in']),
  /** Ids of the rows it is computed from, in order. */
  of: z.array(z.string()).min(2, 'at least two ids'),
  unit: z.string().min(1),
  /** Decimal places kept, for a share. */
  decimals: z.number().int().min(0).max(1).default(0),
  /** The hedge that the inputs pass on. */
  qualifier: z.enum(['exact', 'about', 'more-than']).default('exact'),
  /** What the result means. */
  meaning: z.string().min(1),
});

export type Derivation = z.infer<typeof derivation>;
