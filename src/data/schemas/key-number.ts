import { z } from 'astro/zod';
import { heading } from './fields.ts';

/** Number at the top of the page. */
export const keyNumber = z.strictObject({
  /** Permanent: the link to it is `#key-<id>`. */
  id: z.string().regex(/^[a-z-]+$/, 'a short name of lower-case letters and hyphens'),
  /** Id of the row it shows. */
  number: z.string(),
  /** Side whose colour it has. */
  tone: z.enum(['alliance', 'displaced', 'military', 'resistance', 'china', 'neutral']),
  /** Words that continue the number: "people newly displaced …". */
  label: heading.min(10),
  /** The caveat that must not be lost when the number is quoted; may hold `{number}` references. */
  caveat: z.string().min(10),
});

/** Checked entry of a number at the top of the page. */
export type KeyNumber = z.infer<typeof keyNumber>;
