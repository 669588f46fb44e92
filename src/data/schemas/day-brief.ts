import { z } from 'astro/zod';
import { atMostWords, day, heading } from './fields.ts';
import { tone } from './figure.ts';

const sentence = z.string().min(20, 'a full sentence');
const rowIds = z.array(z.string());

/** What is known today of a thing, with the rows that carry it beyond those whose numbers it prints. */
const knownNow = {
  /** What is known now of the same, in one sentence; may hold `{number}` references to any row. */
  now: sentence,
  /** Ids of the rows that carry it, beyond those whose numbers it prints. */
  now_cites: rowIds.default([]),
};

/** Sentence about what was published by a day. */
const item = z.strictObject({
  /** In one sentence that says who said it; may hold `{number}` references to rows published by the day. */
  text: sentence,
  /** Ids of the rows that carry it, all published by the day, beyond those whose numbers it prints. */
  cites: rowIds.default([]),
  ...knownNow,
});

/** Brief of one day: what could be known then, from rows published by it, and what is known now of the same. */
export const dayBrief = z.strictObject({
  /** The day, which is also its address. */
  id: day,
  /** What could be known, in one sentence; may hold `{number}` references to rows published by the day. */
  finding: sentence.superRefine(atMostWords(45)),
  /** Message about it for a chat; may be left out where the finding fits. */
  chat: sentence.optional(),
  /** Numbers of the day, in their order. */
  numbers: z
    .array(
      z.strictObject({
        /** Id of a row published by the day. */
        number: z.string(),
        tone,
        /** What it counts. */
        label: heading,
        ...knownNow,
      }),
    )
    .min(1, 'at least one number')
    .max(4, 'at most four: more do not fit on the sheet'),
  /** Small map of the day. */
  map: z.strictObject({
    /** Slugs of the places that it names. */
    towns: z.array(z.string()),
    /** Of those, slugs of towns that had not been taken. */
    not_taken: z.array(z.string()).default([]),
    ...knownNow,
  }),
  /** Reported by several, or by those who had no side in it. */
  known: z.array(item).min(1, 'at least one'),
  /** Said by one side. */
  claimed: z.array(item).default([]),
  /** Ids of claims of the report that is checked in `claims.csv`, for the day of that report: their verdicts are what is known now. */
  claims: rowIds.default([]),
  /** Open on that day. */
  unknown: z.array(item).min(1, 'at least one'),
  /** How its facts are known, in a few words. */
  how_we_know: sentence,
});

/** Checked brief of one day. */
export type DayBrief = z.infer<typeof dayBrief>;
/** Sentence of it, with what is known now. */
export type BriefItem = z.infer<typeof item>;
