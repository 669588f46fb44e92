/** Compares words in a search: those of the site and those of a reader in the same way. */

/** Pattern of a run of Burmese or Chinese script, neither of which parts its words by spaces. */
const UNSPACED = /([\u1000-\u109f\uaa60-\uaa7f]+|[\u3400-\u9fff]+)/;
/** Pattern of a word, with the apostrophes inside it, or a number with its commas. */
export const WORD = /([\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+|,\d{3})*)/gu;
const SIGN = /\p{N}+|\p{L}\p{M}*|\p{M}+/gu;
const COMBINING = /[\u0300-\u036f]/g;

/** Endings and spellings that count as one: plurals, and American ones as British. */
const AS_ONE: readonly [RegExp, string][] = [
  [/^(\p{L}{3,})ies$/u, '$1y'],
  [/^(\p{L}{2,}[^su])s$/u, '$1'],
  [/^center/, 'centre'],
  [/^defense/, 'defence'],
  [/^(lab|arm|neighb)or/, '$1our'],
  [/iz(?=e|ing|ation)/, 'is'],
];

/** Words that are also written as two, which they count as. */
const AS_TWO = new Map([
  ['airstrike', ['air', 'strike']],
  ['ceasefire', ['cease', 'fire']],
]);

/** Words that a reader may mean by one, in the form that counts. */
const ALSO = new Map([
  ['casualty', ['killed', 'injured']],
  ['idp', ['displaced']],
]);

/** Terms of the words met so far: a site has few words, each of them many times. */
const known = new Map<string, string[]>();

/** Splits a text into terms. Of a run without spaces these are its signs, and each two of them that follow one another. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    let found = known.get(word);
    if (!found) known.set(word, (found = runsOf(word).flatMap(termsOfRun)));
    terms.push(...found);
  }
  return terms;
}

/** Returns for each word of a text the terms by which it is recognised: of a run without spaces its signs by twos, since one alone says little. */
export function tellingTerms(text: string): string[][] {
  return (text.match(WORD) ?? []).flatMap(runsOf).map((run) => {
    if (!UNSPACED.test(run)) return termsOfWord(run);
    const pairs = pairsIn(run);
    return pairs.length > 0 ? pairs : [run];
  });
}

/** Returns a term with those that a reader may mean by it. */
export function meantBy(term: string): string[] {
  return [term, ...(ALSO.get(term) ?? [])];
}

/** Returns a name without its spaces and signs: `Chin Shwe Haw` as `chinshwehaw`. */
export function joined(name: string): string {
  return (name.match(WORD) ?? []).map(fold).join('');
}

/** Returns a word in small letters without accents, commas and apostrophes, and without the `s` of a possessive. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[’',]/g, '');
}

function runsOf(word: string): string[] {
  return fold(word).split(UNSPACED).filter(Boolean);
}

function termsOfRun(run: string): string[] {
  return UNSPACED.test(run) ? [...(run.match(SIGN) ?? []), ...pairsIn(run)] : termsOfWord(run);
}

function termsOfWord(word: string): string[] {
  const plain = AS_ONE.reduce((one, [pattern, by]) => one.replace(pattern, by), word);
  return AS_TWO.get(plain) ?? [plain];
}

/** Lists each two signs of a run without spaces that follow one another. */
function pairsIn(run: string): string[] {
  const signs = run.match(SIGN) ?? [];
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
