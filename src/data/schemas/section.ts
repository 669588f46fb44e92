import { z } from 'astro/zod';
import { MONTHS } from '../format.ts';
import { isRealDate } from './dates.ts';
import { atMostWords, heading } from './fields.ts';

const SPOKEN_DATE = new RegExp(`^(?:(?:\\d{1,2} )?(?:${MONTHS.join('|')}) )?\\d{4}$`);

const unknown = z.strictObject({
  /** Open question, in one sentence. */
  question: z.string().refine((text) => text.endsWith('?') && isOneSentence(text), 'one question'),
  /** Caveat or what little is known, for the section's own page and for print; may hold `{number}` references. */
  note: z.string().min(1, 'some words').optional(),
  /** People or bodies that could answer it. */
  who_would_know: z.string().min(1, 'some words'),
  /** Date since which it has been open, as readers see it: `October 2023`, or an ISO date in quotes. */
  since: z
    .string({ error: 'a date in words or in quotes' })
    .refine(
      (text) => isRealDate(text) || SPOKEN_DATE.test(text) || /^\{dataDate(?:\|month)?\}$/.test(text),
      'a date such as "October 2023"',
    ),
  /** True if it is among the few that the explainer asks, an editor's choice; the section's own page asks all. */
  telling: z.boolean().default(false),
  /** True if it is among the few that the short printed forms have room for. */
  brief: z.boolean().default(false),
});

/** Front matter of one section of the explainer. */
export const section = z.strictObject({
  /** Part of addresses that readers have shared: it never changes. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'an id of lower-case letters and hyphens'),
  /** Place in the reading order: any number, so that a new section can stand between two others, as 6.5 between 6 and 7. */
  order: z.number().positive('a number above 0').max(99, 'a number up to 99'),
  /** The heading. It may change; the id may not. */
  title: heading,
  /** Finding of the section, in one sentence of at most 30 words; may hold `{number}` references. */
  finding: z.string().min(40, 'a full sentence').refine(isOneSentence, 'one sentence').superRefine(atMostWords(30)),
  /** Message about it for a chat: finding and caveat in few words, since nothing is ever cut; may hold `{number}` references. May be left out where the finding itself fits. */
  chat: z.string().min(40, 'a full sentence').optional(),
  /** How it is known, at the end of its page: what was counted, by whom, and what could not be read; may hold `{number}` references. */
  how_we_know: z.string().min(40, 'a full sentence').superRefine(atMostWords(60)),
  /** Questions that are still open; at most two are `telling`. */
  unknowns: z
    .array(unknown)
    .default([])
    .refine((all) => all.filter(({ telling }) => telling).length <= 2, 'at most two questions that are telling'),
});

/** Checked front matter of a section. */
export type Section = z.infer<typeof section>;

function isOneSentence(text: string): boolean {
  return !/[.!?]["”’)]?\s+[\p{Lu}{]/u.test(text.trim());
}

/** Front matter of a section's record: what its page holds beyond the story. */
export const record = z.strictObject({
  /** Id of the section that it belongs to. */
  section: z.string().min(1, 'the id of a section'),
});

/** Checked front matter of a section's record. */
export type SectionRecord = z.infer<typeof record>;
