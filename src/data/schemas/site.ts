import { z } from 'astro/zod';
import { mailAddressFault, plainAddressFault } from '../web-address.ts';
import { isRealDate } from './dates.ts';
import { address, atMostWords, heading } from './fields.ts';

/** Title, publisher, dates and version of the site. Publisher and contact are for whoever deploys the site to fill in. */
export const siteCard = z.strictObject({
  /** The title of the whole explainer. */
  title: heading,
  /** Name of the subject in large letters on the first screen. */
  name: z.string().min(3),
  /** Line of plain words under the title on the first screen. */
  tagline: z.string().min(20).superRefine(atMostWords(16)),
  /** Answer on the first screen in two to four sentences; may hold `{number}` references. */
  standfirst: z.string().min(40).superRefine(atMostWords(60)),
  /** Line before the finding on every page that people share: where, when, and who against whom. */
  orientation: z.string().min(40).superRefine(atMostWords(30)),
  /** Subject in a few words with country and year: follows the title of a page where its link is shared. */
  subject: z.string().min(10),
  /** Country of the subject: every title that is shared names it. */
  country: z.string().min(1),
  /** Words that catalogues of data and PDFs list it under. */
  keywords: z.array(z.string().min(1)).min(1, 'at least one word'),
  /** The report whose claims are checked one by one. */
  report: z.strictObject({
    /** What it is called after “the”. */
    name: z.string().min(3),
    /** Who published it and when, for readers of paper. */
    in_full: z.string().min(10),
    /** Title of the page that has every claim. */
    title: heading,
    /** What that page holds. */
    lead: z.string().min(40),
  }),
  /** Colours of single groups, by their id, where the armies of a side are told apart, as on the map; elsewhere each has that of its side. */
  own_tones: z.record(z.string(), z.literal('tnla', { error: 'tnla, the only colour for a part of a side' })),
  /** Headings of who is who, in their order. */
  actor_groups: z.array(z.string().min(1)).min(1, 'at least one heading'),
  /** The answer in one sentence, for search results and shared links; may hold `{number}` references. */
  description: z.string().min(40),
  /** Message about it for a chat: finding and caveat in few words, since nothing is ever cut; may hold `{number}` references. May be left out where the description itself fits. */
  chat: z.string().min(40, 'a full sentence').optional(),
  /** Publisher of this copy; leave empty if nobody has taken it on. */
  publisher: z.string().trim().min(1, 'a name, or nothing').nullable(),
  /** Mail or web address for reports of errors; leave empty if there is none. */
  contact: z
    .string()
    .superRefine(address((text) => (/^[^/:]+@/.test(text) ? mailAddressFault(text) : plainAddressFault(text)), true))
    .nullable(),
  /** The day on which the operation began, and with it most scales of time. */
  began: z.string().refine((date) => date.length === 10 && isRealDate(date), 'a day: YYYY-MM-DD'),
  /** The version of this edition, raised with each line in changes.yaml. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
  /** Licence of the text and figures. */
  licence: z.strictObject({ name: z.string(), url: z.string().superRefine(address(plainAddressFault)) }),
});

/** Checked title, publisher, dates and version of the site. */
export type SiteCard = z.infer<typeof siteCard>;

/** Dates at which the record ends, computed from the rows. */
export interface RecordEnds {
  /** The date of the latest publication that the facts rest on: the newest of any source used. */
  dataDate: string;
  /** The month of the latest event of high confidence. */
  latestEvent: string;
}

/** Promise to readers, and the test that checks it. */
export const promise = z.strictObject({
  /** Its address on the page: `promise-<id>`. */
  id: z.string().regex(/^[a-z-]+$/, 'small letters and hyphens'),
  /** The promise, in one sentence. */
  promise: z.string().min(10, 'a sentence'),
  /** Meaning for a reader, or limits. */
  means: z.string().min(10, 'a sentence'),
  /** The name of the test, word for word. */
  test: z.string().min(10, 'the name of a test'),
});

/** Checked entry of a promise to readers. */
export type ReaderPromise = z.infer<typeof promise>;
