import { z } from 'astro/zod';
import { id, latinName } from './fields.ts';

/** City by which readers find their way on the small map of the country; no fact of this war rests on it. */
export const city = z.strictObject({
  id,
  /** The one spelling used on this site. */
  name: latinName,
  /** Decimal degrees north. */
  lat: z.number().min(-90).max(90),
  /** Decimal degrees east. */
  lon: z.number().min(-180).max(180),
  /** Id of the source of the point. */
  source: id,
});

/** Checked city. */
export type City = z.infer<typeof city>;
