import { z } from 'astro/zod';
import { HOST_EXCEPTIONS } from '../web-address.ts';

/** Host of a source whose addresses may do what others may not. */
export const host = z.strictObject({
  /** The host as it stands in the addresses, in lower case and without `www.`. */
  id: z.string().regex(/^(?!www\.)[a-z0-9_.-]+$/, 'a host in lower case, without https:// and www.'),
  /** What it may: `http` instead of https, a `port`, `letters` beyond a–z, or `other-host`: its row's publisher is known by another. */
  may: z
    .array(z.enum(HOST_EXCEPTIONS, { error: `one of ${HOST_EXCEPTIONS.join(', ')}` }))
    .min(1, `at least one of ${HOST_EXCEPTIONS.join(', ')}`),
  /** The reason, as known when the address was read. */
  why: z.string().min(10, 'a reason in some words'),
});

/** Checked exception of a host. */
export type Host = z.infer<typeof host>;
