import { z } from 'astro/zod';
import { isRealDate } from './dates.ts';

/** Ids of the ten sections, in reading order. Readers have shared them: they never change. */
export const SECTION_IDS = [
  'glance',
  'what',
  'who',
  'campaign',
  'losses',
  'civilians',
  'china',
  'turning-point',
  'after',
  'method',
] as const;

/** Id of a section. */
export type SectionId = (typeof SECTION_IDS)[number];

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const SPOKEN_DATE = new RegExp(`^(?:(?:\\d{1,2} )?${MONTH} )?\\d{4}$`);

const unknown = z.strictObject({
  /** Open question, as a sentence or a question. */
  question: z.string().min(1, 'some words'),
  /** People or bodies that could answer it. */
  who_would_know: z.string().min(1, 'some words'),
  /** Date since which it has been open, as readers see it: `October 2023`, or an ISO date in quotes. */
  since: z
    .string({ error: 'a date in words or in quotes' })
    .refine(
      (text) => isRealDate(text) || SPOKEN_DATE.test(text) || /^\{dataDate(?:\|month)?\}$/.test(text),
      'a date such as "October 2023"',
    ),
  /** True if it is among the few that the short printed forms have room for. */
  brief: z.boolean().default(false),
});

/** Front matter of one section of the explainer. */
export const section = z.strictObject({
  id: z.enum(SECTION_IDS, { error: `one of ${SECTION_IDS.join(', ')}` }),
  /** Place in the reading order. */
  order: z.number().int().min(1).max(SECTION_IDS.length),
  /** The heading. It may change; the id may not. */
  title: z.string().min(1, 'some words'),
  /** Finding of the section, in one sentence; may hold `{number}` references. */
  finding: z.string().min(40, 'a full sentence').refine(isOneSentence, 'one sentence'),
  /** Message about it for a chat: finding and caveat in few words, since nothing is ever cut; may hold `{number}` references. May be left out where the finding itself fits. */
  chat: z.string().min(40, 'a full sentence').optional(),
  /** Questions that are still open. */
  unknowns: z.array(unknown).default([]),
});

/** Checked front matter of a section. */
export type Section = z.infer<typeof section>;

function isOneSentence(text: string): boolean {
  return !/[.!?]["”’)]?\s+[\p{Lu}{]/u.test(text.trim());
}
