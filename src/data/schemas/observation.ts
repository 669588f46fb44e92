import { z } from 'astro/zod';
import {
  confidence,
  count,
  dateOrUnknown,
  id,
  idList,
  oneOf,
  optionalDate,
  optionalId,
  optionalWords,
  words,
} from './fields.ts';

/** Hedges before a value, as the source used them. */
export const QUALIFIERS = [
  'exact',
  'exact-rounded',
  'rounded',
  'more-than',
  'at-least',
  'up-to',
  'nearly',
  'about',
  'estimated',
  'verified',
  'a-further',
] as const;

/** Published number: its claimant, scope, day, and the documents it was read in. */
export const observation = z.strictObject({
  /** Permanent id; a shared link may end in it. */
  id,
  /** Kind of count: rows of one series measure the same thing. */
  series: id,
  /** The day the number describes, as finely as the source gives it. */
  as_of: optionalDate,
  /** Earliest day it can describe, where `as_of` has no day and the source rules out earlier ones. */
  not_before: optionalDate,
  /** Latest day it can describe, where `as_of` has no day and the source rules out later ones. */
  not_after: optionalDate,
  /** The day or month in which the public could first read it; `unknown` if no copy shows it. */
  published: dateOrUnknown,
  /** The number itself, in digits. */
  value: count,
  /** The source's own hedge. */
  qualifier: oneOf(QUALIFIERS),
  /** Things counted, as a plural noun: people, positions, towns, per cent. */
  unit: words,
  /** Area and people counted, in the source's terms. */
  scope: words,
  /** The scope in one word, shared by rows that may stand on one line. */
  scope_id: id,
  /** Body that counted or claimed, in words a reader sees. */
  claimant: words,
  /** The claimant in one word, shared by rows that may stand on one line. */
  claimant_id: id,
  /** Exact meaning of the number. */
  definition: optionalWords,
  /** The documents it was read in. */
  source_ids: idList,
  confidence,
  /** Caveats that must travel with the number. */
  note: optionalWords,
  /** Reason why the number stands although a check would refuse it as a slip; it repeats the number. */
  checked: optionalWords,
});

/** Published number that is no part of any series. */
export const fact = z.strictObject({
  ...observation.shape,
  /** Series whose counts measure the same, or a name that other such numbers share because they measure the same; blank for a number that stands alone. */
  compared_with: optionalId,
});

/** Series of the numbers that are no part of any. */
export const NO_SERIES = 'facts';

/** Checked row of a published number. */
export type Observation = z.infer<typeof observation> & Partial<Pick<z.infer<typeof fact>, 'compared_with'>>;
/** Hedge before a value. */
export type Qualifier = (typeof QUALIFIERS)[number];

/** Count of the table of civilians killed and injured. */
export const casualty = z.strictObject({
  /** Id of the row it shows. */
  id: z.string(),
  /** Fate of those counted. */
  fate: oneOf(['killed', 'injured']),
  /** Area that it covers, where the row's scope does not say it in these words. */
  where: words.optional(),
  /** Days that it covers, in words. */
  period: words,
});

/** Checked count of civilians killed or injured. */
export type Casualty = z.infer<typeof casualty>;

/** Number read only in a later document, which itself says when it was first given. */
export const firstGiven = z.strictObject({
  /** Id of its row. */
  id: z.string(),
  /** Document and day of its first publication, and the document it was read in. */
  where: z.string().min(10, 'a document and its day'),
});

/** Checked statement of when a number was first given. */
export type FirstGiven = z.infer<typeof firstGiven>;
