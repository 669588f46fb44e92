import { type Finding } from './find-numbers.ts';
import { LARGE, SMALL as ONE_TO_NINE } from './vocabulary.ts';

const SMALL = `(?:${ONE_TO_NINE}(?![\\s-]+${LARGE}\\b)|(?:couple|pair|handful)(?=\\s+of\\b)|(?<=\\ba\\s)few)`;
const HEDGES = 'at\\s+least|up\\s+to|about|around|nearly|almost|some|only|more\\s+than';
const PERSONS =
  'people|persons?|civilians?|soldiers?|troops|fighters?|officers?|police|men|man|women|woman|children|child|girls?|boys?|villagers?|residents?|patients?|students?|monks?|nationals?|others?|members?';
const HARMED = 'killed|died|dead|wounded|injured|hurt|maimed|executed|shot|beheaded';
const WORDS_BETWEEN = '(?:of\\s+)?(?:\\p{L}[\\p{L}’-]*\\s+){0,2}';

const CASUALTIES = [
  `(?:\\b${SMALL}|(?<![\\p{L}\\p{N}.,])[1-9])\\s+(?:${WORDS_BETWEEN}(?:${PERSONS})\\s+(?:(?:were|was|are|is|had|have|has|been|being|reportedly|also)\\s+)*(?:${HARMED})|${WORDS_BETWEEN}(?:deaths|injuries|fatalities|dead)|(?:were\\s+|are\\s+)?(?:${HARMED}))\\b`,
  `\\b(?:killed|killing|wounded|wounding|injured|injuring)\\s+(?:(?:at\\s+least|up\\s+to|${HEDGES})\\s+)?(?:${SMALL}\\b|[1-9](?![\\p{N}.,]*\\p{N}))(?=\\s+${WORDS_BETWEEN}(?:${PERSONS})\\b|\\s*[.,;])`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Finds deaths and injuries under ten, in words or digits: small numbers that only a row can vouch for. */
export function findSmallCasualties(text: string): (Finding & { count: string })[] {
  return CASUALTIES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      index: match.index,
      found: match[0],
      count: new RegExp(`\\b(?:${SMALL}|few)\\b|[1-9]`, 'iu').exec(match[0])?.[0] ?? '',
    })),
  ).sort((a, b) => a.index - b.index);
}
