import { FILLER, escapeRegExp, mask } from './mask.ts';
import { maskDates } from './mask-dates.ts';
import {
  COMPONENT,
  COMPOUND_ORDINAL,
  COUNTED,
  DIGITS,
  LARGE,
  MONEY,
  MONTH,
  NOT_COUNTABLE,
  NUMBER_WORDS,
  REFERENCE,
  SMALL,
  TEMPLATE_MARK,
} from './vocabulary.ts';

/** Number that may not be typed. */
export interface Finding {
  /** Index of its first character in the text. */
  index: number;
  /** The number as it stands there. */
  found: string;
}

const NUMBER = `(?:${NUMBER_WORDS}|${DIGITS})`;
const FRACTIONS = '(?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)';
const FRACTION = '(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)';
const SPANS = 'days|weeks|months|years|hours|minutes|places|towns|townships|states|countries';
const WHOLE_HALVES = 'first|second|latter|other|early|later|northern|southern|eastern|western|upper|lower|1st|2nd';
const MORE = 'as|more|less|fewer|the|higher|larger|greater|bigger|that|those|its|their|what';

const HEDGES = 'about|around|nearly|almost|roughly|over|under|only|some|than|least|most';
/** Chinese numerals that count: two or more together, or one before a measure. A single one is often part of a name. */
const CHINESE =
  '[〇零一二三四五六七八九十百千万亿萬億两兩]{2,}|[二三四五六七八九十百千两兩](?=[人名个個座处處次户萬万亿億])';

/** Chinese numerals as banks write them, and Burmese ones: a digit in words before ten, a hundred, and so on up to a million. */
const OTHER_WORDS =
  '[壹贰叁肆伍陆柒捌玖拾佰仟貳參陸]{1,}[万萬亿億]?|(?:တစ်|နှစ်|သုံး|လေး|ငါး|ခြောက်|ခုနစ်|ခုနှစ်|ရှစ်|ကိုး)(?:ဆယ်|ရာ|ထောင်|သောင်း|သိန်း|သန်း)';
/** Roman numerals that count. */
const ROMAN = new RegExp(
  `\\b(?=[MDCLXVI]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\\b(?=\\s+(?:${COUNTED})\\b)`,
  'gu',
);

/** Shares, multiples and sums: numbers too, whatever words they are made of. */
const DISGUISED = [
  `(?<!${TEMPLATE_MARK}[\\s-]*)(?:${NUMBER}[\\s-]*)?(?:\\bper[\\s-]*cent\\b|\\bpercent\\b|\\bpct\\b|%)`,
  `\\b${SMALL}\\s+percentage\\s+points?\\b`,
  `\\b${SMALL}\\s+point\\s+${SMALL}\\b`,
  `(?:\\b${SMALL}|${DIGITS})[\\s-](?:${FRACTIONS})\\b`,
  `\\b(?:one|a|1)-${FRACTION}\\b`,
  `\\b(?:one|a)\\s+(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\\s+(?:of|more|less|fewer|higher|lower|as\\s+(?:many|much))\\b`,
  `(?<!\\b(?:${WHOLE_HALVES})\\s+)\\bhalf\\b(?!-(?!dozen|million)\\p{L})`,
  '\\bhal(?:ved|ving)\\b',
  '\\b(?:doubl(?:ed|es|ing)|(?:tripl|trebl|quadrupl|quintupl)(?:ed?|es|ing))\\b',
  '\\bdouble\\s+(?:the|that|those|its|their|his|what|as)\\b',
  `\\b(?:twice|thrice|${SMALL}\\s+times)\\s+(?:${MORE})\\b`,
  `(?:\\b(?:${SMALL}|${LARGE})|${DIGITS})[\\s-]?fold\\b`,
  `(?:\\b${SMALL}|(?<![\\p{L}\\p{N}.,])[1-9])\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?!one\\b)(?:${NUMBER_WORDS}|\\d{1,3}(?![\\p{N},.]*\\p{N}|\\s${MONTH}))(?!\\s+(?:${SPANS})\\b)`,
  `\\b${SMALL}\\s+(?:US\\s+)?${MONEY}\\b`,
  '\\b(?:scores|(?:a|one|two|three)\\s+(?:score|gross))\\s+of\\b',
  `\\b(?:a|one)\\s+\\d+(?:rd|th)\\s+of\\b`,
  OTHER_WORDS,
  // "a third of" stands above; alone it is a share behind a hedge or at the end of what it is a share of.
  `\\b(?:${HEDGES})\\s+(?:a|one)\\s+(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b`,
  `\\bby\\s+(?:a|one)\\s+(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b`,
  `\\b${SMALL}\\s+to\\s+one\\b(?!\\s+(?:of|another|side)\\b)`,
  CHINESE,
].map((pattern) => new RegExp(pattern, 'giu'));

const TEMPLATE = new RegExp('\\{[A-Za-z0-9.:-]+(?:\\|(?:bare|date|month))?\\}', 'gu');
const ADDRESS = /\bhttps?:\/\/[^\s"<>)]+|\b[\w.-]+@[\w-]+\.[\w.-]*\w/giu;
const COUNTING_DIGIT = new RegExp(
  `(?<![\\p{L}\\p{N}$€£¥#.,:/–—-]|[$€£¥#${REFERENCE}${TEMPLATE_MARK}]\\s?)[1-9](?:(?:\\s?[–-]\\s?|\\s(?:to|or|and)\\s)[1-9])?(?=(?:-|\\s+)(?!(?:${NOT_COUNTABLE}|${MONEY})\\b)[\\p{L}${COMPONENT}])`,
  'giu',
);
const ORDINAL_OF_TENS = new RegExp(COMPOUND_ORDINAL, 'giu');
const LARGE_WORD = new RegExp(`\\b${LARGE}\\b`, 'iu');
const TYPED_WORDS = new RegExp(`(?:(?:US)?[$€£¥]?${DIGITS}\\s+)?${NUMBER_WORDS}`, 'giu');
const TYPED_DIGITS = new RegExp(`(?:US)?[$€£¥#]?(?:\\p{L}+-?)?${DIGITS}\\p{L}*`, 'giu');

/**
 * Finds every number that a reader would have to take on trust: all that is not a reference, a date,
 * an ordinal, one of `names`, or a number under ten that counts things.
 */
export function findNumbers(text: string, names: readonly string[] = []): Finding[] {
  let rest = hideNames(normalise(text), names);
  const findings: Finding[] = [];
  const take = (pattern: RegExp, isInnocent: (found: string) => boolean = () => false) => {
    rest = mask(rest, pattern, FILLER, (match) => {
      if (isInnocent(match[0])) return true;
      findings.push({ index: match.index ?? 0, found: text.slice(match.index, (match.index ?? 0) + match[0].length) });
      return false;
    });
  };
  DISGUISED.forEach((pattern) => take(pattern));
  take(ROMAN);
  const hasDigits = /\p{N}/u.test(rest);
  if (hasDigits) rest = maskDates(rest);
  rest = mask(rest, ORDINAL_OF_TENS, FILLER);
  if (hasDigits) rest = mask(rest, COUNTING_DIGIT, FILLER);
  take(TYPED_WORDS, (found) => !LARGE_WORD.test(found));
  if (hasDigits) take(TYPED_DIGITS);
  return findings.sort((a, b) => a.index - b.index);
}

/** Quotes the number with about five words on each side, for an error. */
export function quoteAround(text: string, { index, found }: Finding): string {
  const before = text.slice(0, index).split(/\s+/);
  const after = text.slice(index + found.length).split(/\s+/);
  const start = before.length > 6 ? `… ${before.slice(-6).join(' ')}` : before.join(' ');
  const end = after.length > 6 ? `${after.slice(0, 6).join(' ')} …` : after.join(' ');
  return `${start}${found}${end}`
    .replace(/\uE000 /gu, '')
    .replaceAll(REFERENCE, '[number]')
    .replaceAll(COMPONENT, '[…]')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reduces a text to one kind of space, hyphen and apostrophe, turns templates into references and masks addresses; its length stays. */
function normalise(text: string): string {
  const plain = text
    .replace(/[\u00A0\u2007\u2009\u202F]/gu, ' ')
    .replace(/\u2011/gu, '-')
    .replace(/’/gu, "'");
  return mask(mask(plain, TEMPLATE, TEMPLATE_MARK), ADDRESS, FILLER);
}

const patterns = new WeakMap<readonly string[], RegExp>();

function hideNames(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const pattern = patterns.get(names) ?? namePattern(names);
  patterns.set(names, pattern);
  return mask(text, pattern, FILLER);
}

/** Builds a pattern of all names, longer ones first: `Operation 1027` must not leave a rest of `Operation 1027b`. */
function namePattern(names: readonly string[]): RegExp {
  const shapes = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => escapeRegExp(name).replaceAll(' ', '\\s+').replace(/’/g, "'"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${shapes.join('|')})(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu');
}
