import { z } from 'astro/zod';
import { place } from './place.ts';

/** Number computed from other rows; the formula is shown wherever the number is. */
export const derivation = z.strictObject({
  id: z.string().regex(/^d-[a-z0-9-]+$/, 'an id that begins with d-'),
  /** The operation: first minus second, sum of all, first as a share of second in per cent, second divided by first, or the count of the places that a figure draws. */
  kind: z.enum(['difference', 'sum', 'share', 'one-in', 'count']),
  /** Ids of the rows it is computed from, in order; for a count the id of the figure. */
  of: z.array(z.string()).min(1, 'at least one id'),
  /** Latest states of the places counted; left out, all are. */
  status: z.array(place.shape.status_latest).default([]),
  unit: z.string().min(1),
  /** Decimal places kept, for a share. */
  decimals: z.number().int().min(0).max(1).default(0),
  /** Hedge that the inputs pass on. */
  qualifier: z.enum(['exact', 'about', 'at-least', 'more-than']).default('exact'),
  /** Meaning of the result. */
  meaning: z.string().min(1),
});

/** Checked instruction for a computed number. */
export type Derivation = z.infer<typeof derivation>;
