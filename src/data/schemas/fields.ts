import { z } from 'astro/zod';
import { isRealDate } from './dates.ts';

/**
 * Building blocks of every row: each takes the raw text of one cell. The message of a
 * check finishes the sentence "found …; expected …", so it reads as a noun phrase.
 */

/** Permanent name: lower-case letters, digits and single hyphens, or a short id such as `A21`. One of digits alone, or `1e5`, would be a number elsewhere; `constructor` has a meaning of its own in every script. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/, 'an id of letters, digits and single hyphens')
  .refine((text) => Number.isNaN(Number(text)) && !(text in {}), 'an id that is no number and no word of JavaScript');

/** Id, or nothing. */
export const optionalId = z
  .string()
  .refine(
    (text) => text === '' || id.safeParse(text).success,
    'an id of letters, digits and single hyphens, or nothing',
  )
  .transform((text) => (text === '' ? null : text));

/** Words a reader will see; never blank. */
export const words = z.string().trim().min(1, 'some words');

/** Longest heading, name or label, in letters: it stands in lists, on cards and beside marks. */
export const MAX_HEADING = 100;

/** Heading, name or label in a YAML file. */
export const heading = z.string().min(1, 'some words').max(MAX_HEADING, `at most ${MAX_HEADING} characters`);

/** Patterns of a name in one script: letters of it, and signs that belong to none. */
const IN_SCRIPT = {
  Latin: /^(?=.*\p{Script=Latin})[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u,
  Burmese: /^(?=.*\p{Script=Myanmar})[\p{Script=Myanmar}\p{Script=Common}\p{Script=Inherited}]+$/u,
  Chinese: /^(?=.*\p{Script=Han})[\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]+$/u,
} as const;

/** Returns true if a name is written in one script alone. */
export function isInScript(name: string, script: keyof typeof IN_SCRIPT): boolean {
  return IN_SCRIPT[script].test(name);
}

/** Name in Latin letters, as this site spells it. */
export const latinName = words
  .max(MAX_HEADING, `at most ${MAX_HEADING} characters`)
  .refine((text) => isInScript(text, 'Latin'), 'a name in Latin letters');

/** Words, or nothing at all: missing is `null`, never an empty string. */
export const optionalWords = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text));

/** Name in Burmese letters, or nothing. */
export const optionalBurmeseName = optionalWords.refine(
  (text) => text === null || isInScript(text, 'Burmese'),
  'a name in Burmese letters, or nothing',
);

const DATE_HELP = 'an ISO date: YYYY, YYYY-MM or YYYY-MM-DD';

/** Date at its true precision: `2023`, `2023-12` or `2023-12-15`. */
export const isoDate = z.string().refine(isRealDate, DATE_HELP);

/** Date that is known to the day. */
export const day = isoDate.refine((date) => date.length === 'YYYY-MM-DD'.length, 'a day: YYYY-MM-DD');

/** Date at its true precision, or `null` where none was found. */
export const optionalDate = z
  .string()
  .refine((text) => text === '' || isRealDate(text), `${DATE_HELP}, or nothing`)
  .transform((text) => (text === '' ? null : text));

/** Word for a date that no copy shows. */
export const UNKNOWN = 'unknown';

/** Date at its true precision, or `null` where the cell says in so many words that none is known: nobody forgot it. */
export const dateOrUnknown = z
  .string()
  .refine((text) => text === UNKNOWN || isRealDate(text), `${DATE_HELP}, or ${UNKNOWN} where no copy shows it`)
  .transform((text) => (text === UNKNOWN ? null : text));

/** Ids separated by semicolons; at least one. */
export const idList = z
  .string()
  .transform((text) => splitList(text))
  .refine((ids) => ids.length > 0, 'at least one id')
  .refine((ids) => new Set(ids).size === ids.length, 'each id once');

/** Ids separated by semicolons, possibly none. */
export const optionalIdList = z
  .string()
  .transform((text) => splitList(text))
  .refine((ids) => new Set(ids).size === ids.length, 'each id once');

/** Phrases separated by semicolons, possibly none. */
export const phraseList = z.string().transform((text) => splitList(text));

/** Whole number, or one with a single decimal; digits only, without separators. */
export const count = z
  .string()
  .regex(/^(?:0|[1-9]\d*)(?:\.\d)?$/, 'a number in digits, without separators')
  .transform(Number);

/** Degrees, or `null` where no point is known. */
export const optionalDegrees = z
  .string()
  .regex(/^(?:-?\d{1,3}(?:\.\d+)?)?$/, 'decimal degrees, or nothing')
  .transform((text) => (text === '' ? null : Number(text)));

/** Confidence that the source says this with this date and scope; never that it is true. */
export const confidence = z.enum(['high', 'medium', 'low'], { error: 'high, medium or low' });

/** Boolean written as `yes` or `no`. */
export const yesNo = z.enum(['yes', 'no'], { error: 'yes or no' }).transform((text) => text === 'yes');

/** Builds the check of a column that holds one of a few fixed words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** Builds the check of a text that holds an address. `fault` says what is expected where it is a wrong one. */
export function address(fault: (text: string) => string | null, orNothing = false) {
  return (texts: string | readonly string[] | null, context: z.RefinementCtx): void => {
    for (const text of typeof texts === 'string' ? [texts] : (texts ?? [])) {
      const expected = fault(text);
      if (expected !== null)
        context.addIssue({ code: 'custom', message: orNothing ? `${expected}, or nothing` : expected });
    }
  };
}

/** Builds the check of a text that may have at most so many words, a `{number}` reference counted as one. */
export function atMostWords(most: number) {
  return (text: string, context: z.RefinementCtx): void => {
    const found = text.trim().split(/\s+/).length;
    if (found > most) context.addIssue({ code: 'custom', message: `at most ${most} words, not ${found}` });
  };
}

function splitList(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
