import { MONTHS } from '../../format.ts';

/** Words and shapes that the number lint knows, as fragments of regular expressions (flags `giu`). */

/** Placeholder in a passage for a number that comes from the ledger. */
export const REFERENCE = '\uFFFC';

/** Placeholder in a passage for a number that a `{A21}` template fills in, without its unit. */
export const TEMPLATE_MARK = '\uE000';

/** Placeholder in a passage for any other component, whose words come from the ledger. */
export const COMPONENT = '\uFFFB';

/** Number words below ten, which may count things. */
export const SMALL = '(?:one|two|three|four|five|six|seven|eight|nine)';

const TEENS = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const SCALES = '(?:tens|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?)';

/** Number words from ten up. */
export const LARGE = `(?:${TEENS}|${TENS}|${SCALES})`;

/** Number words in a row: `two hundred and thirty-five`. */
export const NUMBER_WORDS = `\\b(?:${SMALL}|${LARGE})(?:(?:\\s+and\\s+|[\\s-]+)(?:${SMALL}|${LARGE}))*\\b`;

/** Number in digits with its separators, decimals and range: `2,389`, `4.5`, `18–45`. */
export const DIGITS = '\\p{N}+(?:[.,:/–—-]\\p{N}+)*';

/** Ordinals above nineteenth, which would otherwise be read as tens: `twenty-first`. */
export const COMPOUND_ORDINAL = `\\b${TENS}[\\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\\b`;

/** Month names, in full or cut to three letters. Case matters: `may` and `march` are verbs. */
export const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;

/** Years that this explainer can name. */
export const YEAR = '(?:1[89]\\d\\d|20\\d\\d)';

/** Nouns that show that a four-digit number before them counts: `2001 soldiers`. */
export const COUNTED = [
  'people|persons?|civilians?|soldiers?|troops?|fighters?|recruits?|conscripts?|officers?|men|women|children|famil(?:y|ies)|households?',
  'refugees?|prisoners?|suspects?|deaths?|killed|wounded|injured|dead|missing|positions?|bases?|camps?|outposts?|posts?|towns?|townships?',
  'villages?|houses|homes|schools|strikes|airstrikes|attacks|clashes|arrests|kilomet(?:re|er)s?|km|miles?|met(?:re|er)s|ton(?:ne)?s',
  'dollars?|yuan|kyats?|baht|years|months|weeks|days|hours|others|more|square|of (?:the|them|those|these|its)',
].join('|');

/** Words before which a single figure does not count anything. */
export const NOT_COUNTABLE = [
  'hundreds?|thousands?|millions?|billions?|trillions?|dozens?|lakhs?|crores?|per|percent|percentage|point|and|or|to|in|out|is|was|were|are|has|had',
  'from|by|at|on|that|which|who|when|as|but|with|for|than|then|the|a|an|it|they|he|she',
].join('|');

/** Currencies, whose sums are never small enough to type. */
export const MONEY = '(?:dollars?|cents?|yuan|renminbi|kyats?|baht|euros?|pounds|rupees?)';
