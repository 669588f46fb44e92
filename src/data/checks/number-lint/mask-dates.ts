import { isRealDate } from '../../schemas/dates.ts';
import { FILLER, mask } from './mask.ts';
import { COUNTED, MONTH, YEAR } from './vocabulary.ts';

const NO_DIGIT_BEFORE = '(?<![\\p{L}\\p{N}$€£¥#]|\\p{N}[.,:/–—-])';
const NO_DIGIT_AFTER = '(?![\\p{L}\\p{N}%]|[.,:/]\\p{N})';
const DAY = '(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)?';
const DAYS = `${DAY}(?:,\\s${DAY})*(?:\\s?[–—/-]\\s?${DAY}|,?\\s(?:and|or|to|until|through)\\s${DAY})?`;

const DAY_MONTH = new RegExp(
  `${NO_DIGIT_BEFORE}(${DAYS})\\s(${MONTH})(?:,?\\s${YEAR}${NO_DIGIT_AFTER})?(?![\\p{L}\\p{N}])`,
  'gu',
);
const MONTH_YEAR = new RegExp(
  `\\b${MONTH}(?:(?:\\s?[–—-]\\s?|\\s(?:and|or|to|until)\\s)${MONTH})?\\s${YEAR}${NO_DIGIT_AFTER}`,
  'gu',
);
const ISO = new RegExp(`${NO_DIGIT_BEFORE}\\d{4}-\\d{2}(?:-\\d{2})?${NO_DIGIT_AFTER}`, 'gu');
const DECADE = new RegExp(`${NO_DIGIT_BEFORE}(?:1[89]|20)\\d0s\\b`, 'gu');
const CLOCK =
  /(?<![\p{L}\p{N}.,:$€£¥#-])(?:(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?\s?[ap]\.?m\b\.?|(?:[01]\d|2[0-3]):[0-5]\d(?![\p{N}:]))/giu;
const ORDINAL = /(?<![\p{L}\p{N}.,$€£¥#])\d{0,2}(?:1[123]th|(?<!1)1st|(?<!1)2nd|(?<!1)3rd|[04-9]th)\b/gu;

const YEARS = new RegExp(
  `(?<![\\p{L}\\p{N}$€£¥#.]|\\p{N}[,:/–—-])${YEAR}(?:(?:\\s?[–—-]\\s?|/)(?:${YEAR}|\\d\\d)(?!\\p{N})|(?:,\\s(?:and\\s|or\\s)?|\\s(?:and|or|to|until)\\s)${YEAR})*${NO_DIGIT_AFTER}`,
  'gu',
);
const SEASONS = 'spring|summer|autumn|winter|season|monsoon|rains';
const YEAR_WORD = new RegExp(
  `(?:\\b(?:in|of|since|from|to|by|until|till|before|after|during|early|mid|late|later|post|pre|end|year-end|and|or|the|between|through|throughout|into|for|years?|a|an|its|their|this|that|${SEASONS})[\\s-]+|['’]s?\\s)[("“‘[]?$`,
  'iu',
);
const YEAR_MARK = /(?:^|[.!?:;,([“"‘—–|-])\s*$/u;
// "of 1900 gates" counts; "in 2025 truces …" and "the 2020 elections" do not.
const AMOUNT_WORD = /\b(?:of|to|from|and|or|for|into)\s$/iu;
const PLURAL_NEXT =
  /^\s+(?!(?:was|is|has|does|as|its|this|thus|us|begins|ends|brings|remains|shows|says|sees)\b)\p{Ll}+s\b/u;
const COUNTED_NEXT = new RegExp(`^[\\s-]+(?:${COUNTED})\\b`, 'iu');
const NOT_COUNTED_NEXT = /^(?:['’]s)?\s*(?:$|[.,:;!?)\]”"’–—|-]|(?:and|or|to|was|saw|brought|began|ended|onwards?)\b)/u;

/** Masks every date, year, clock time and ordinal in digits: numbers that count nothing. */
export function maskDates(text: string): string {
  const written = mask(
    mask(text, ISO, FILLER, (match) => !isRealDate(match[0])),
    DAY_MONTH,
    FILLER,
    (match) => !daysExist(match[1] ?? '', match[2] ?? ''),
  );
  const spoken = [MONTH_YEAR, DECADE, CLOCK, ORDINAL].reduce((rest, pattern) => mask(rest, pattern, FILLER), written);
  return mask(spoken, YEARS, FILLER, (match) => !isYear(spoken, match));
}

/** Returns true if a four-digit number stands where only a year can: not in `2001 soldiers`. */
function isYear(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(start + match[0].length);
  if (!isSpanInOrder(match[0])) return false;
  if (YEAR_WORD.test(before))
    return !COUNTED_NEXT.test(after) && !(AMOUNT_WORD.test(before) && PLURAL_NEXT.test(after));
  return YEAR_MARK.test(before) && NOT_COUNTED_NEXT.test(after);
}

function isSpanInOrder(years: string): boolean {
  const short = /^(\d\d)(\d\d)[–—/-](\d\d)$/u.exec(years);
  return !short || Number(short[3]) > Number(short[2]);
}

function daysExist(days: string, month: string): boolean {
  const index = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(month.slice(0, 3).toLowerCase()) / 3;
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][index] ?? 31;
  return (days.match(/\d+/g) ?? []).every((day) => Number(day) <= longest);
}
