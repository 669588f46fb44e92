import { z } from 'astro/zod';

/** Number computed from other rows; the formula is shown wherever the number is. */
export const derivation = z.strictObject({
  id: z.string().regex(/^d-[a-z0-9-]+$/, 'an id that begins with d-'),
  /** The operation: first minus second, sum of all, first as a share of second in per cent, or second divided by first. */
  kind: z.enum(['difference', 'sum', 'share', 'one-in']),
  /** Ids of the rows it is computed from, in order. */
  of: z.array(z.string()).min(2, 'at least two ids'),
  unit: z.string().min(1),
  /** Decimal places kept, for a share. */
  decimals: z.number().int().min(0).max(1).default(0),
  /** Hedge that the inputs pass on. */
  qualifier: z.enum(['exact', 'about', 'more-than']).default('exact'),
  /** Meaning of the result. */
  meaning: z.string().min(1),
});

/** Checked instruction for a computed number. */
export type Derivation = z.infer<typeof derivation>;
