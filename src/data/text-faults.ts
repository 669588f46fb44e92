import { findLostLetters, findMojibake, findReferences, findZawgyi, type TextFault } from './encoding-faults.ts';
import { quote } from './errors.ts';

/** Characters that nobody sees and that may stand in a text all the same, each with its reason. */
const ALLOWED_INVISIBLE: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space: keeps a number with its unit',
  '\u202f': 'narrow no-break space: the same, in French titles',
};

/**
 * Finds what is wrong with the characters of one line of text: characters that nobody sees or that turn the line round, text decoded twice, Burmese in
 * the encoding of Zawgyi fonts, another form than NFC, words that mix scripts, letters of other shapes, and words without an end.
 */
export function findTextFaults(text: string): TextFault[] {
  const always = [...findReferences(text), ...findLostLetters(text), ...findLongWords(text)];
  // Almost every line is plain ASCII, in which none of the rest can be.
  if (!/[^\x20-\x7e]/.test(text)) return always;
  const broken = findMojibake(text);
  // What was decoded twice is full of other faults, which are gone when it is mended.
  if (broken.length > 0) return [...always, ...broken];
  return [
    ...always,
    ...findInvisible(text),
    ...findPictures(text),
    ...findZawgyi(text),
    ...findOtherForms(text),
    ...findMixedWords(text),
    ...findOddShapes(text),
  ];
}

const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'a tab',
  '\r': 'a carriage return',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2028': 'a line separator',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte-order mark',
  '\u3000': 'an ideographic space',
};

/** Small pictures, which readers of print and of speech do not get. */
function findPictures(text: string): TextFault[] {
  return [...new Set(text.match(/\p{Emoji_Presentation}/gu))].map((picture) => ({
    kind: 'shape',
    found: `the small picture “${picture}” (${codeOf(picture)})`,
    expected: 'words',
  }));
}

function findInvisible(text: string): TextFault[] {
  const found = [...new Set(text)].filter(
    (character) => character !== ' ' && INVISIBLE.test(character) && !(character in ALLOWED_INVISIBLE),
  );
  return found.map((character) => ({
    kind: 'invisible',
    found: `${NAMES[character] ?? kindOf(character)} (${codeOf(character)}) ${nearby(text, character)}`,
    expected: 'characters that can be seen, and plain spaces',
  }));
}

function kindOf(character: string): string {
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return 'a mark that turns the direction';
  if (/\p{Cc}/u.test(character)) return 'a control character';
  if (/\p{Co}/u.test(character)) return 'a private-use character';
  if (/\p{Cn}/u.test(character)) return 'an unassigned character';
  return /\p{Z}/u.test(character) ? 'a space of unusual width' : 'an invisible character';
}

/** Quotes the words before a character, which may itself not be seen. */
function nearby(text: string, character: string): string {
  const before = text.slice(0, text.indexOf(character)).replace(/[^\P{C} ]/gu, '');
  return before.trim() === '' ? 'at the beginning' : `after “${before.trim().slice(-20)}”`;
}

/** Names a character as Unicode does: `U+200B`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

function findOtherForms(text: string): TextFault[] {
  if (text.normalize('NFC') === text) return [];
  const word = (text.match(/\S+/g) ?? []).find((one) => one.normalize('NFC') !== one) ?? text;
  const right = word.normalize('NFC');
  const at = [...word].findIndex((character, index) => character !== [...right][index]);
  const codes = (of: string) =>
    [...of]
      .slice(at, at + 2)
      .map(codeOf)
      .join(' ');
  return [
    {
      kind: 'nfc',
      found: `${quote(word)}, which is not in Unicode form NFC (${codes(word)})`,
      expected: `the same in form NFC, "${right}" (${codes(right)})`,
    },
  ];
}

const SCRIPTS =
  'Latin Greek Cyrillic Armenian Cherokee Hebrew Arabic Thai Lao Khmer Myanmar Devanagari Bengali Han Hiragana Katakana Hangul Bopomofo'
    .split(' ')
    .map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));
/** Scripts that stand together in one word of Chinese, Japanese or Korean, none of which looks like another. */
const TOGETHER = ['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'];
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKS_LATIN = /[аеорсухіїјѕһԁԛԝвкмнтАВЕКМНОРСТУХІЇЈЅԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρτυαγ]/u;

/** Returns the script of a letter, by its name in Unicode; `Common` for signs that belong to none. */
function scriptOf(character: string): string {
  if (/[a-z]/i.test(character)) return 'Latin';
  if (/[\p{Script=Common}\p{Script=Inherited}]/u.test(character)) return 'Common';
  return SCRIPTS.find(({ pattern }) => pattern.test(character))?.name ?? 'another script';
}

function findMixedWords(text: string): TextFault[] {
  const faults: TextFault[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    if (!/[^\x20-\x7e]/.test(word)) continue;
    const scripts = [...new Set([...word].map(scriptOf))].filter((name) => name !== 'Common');
    if (scripts.length > 1 && !scripts.every((name) => TOGETHER.includes(name)))
      faults.push({
        kind: 'mixed',
        found: `${quote(word)}, a word of ${scripts.join(' and ')} letters (${foreignLetters(word)})`,
        expected: 'letters of one script in a word',
      });
    else if (isDisguised(word, text))
      faults.push({
        kind: 'mixed',
        found: `${quote(word)}, a word of ${scripts.join()} letters that look like Latin ones`,
        expected: 'Latin letters',
      });
  }
  return faults;
}

/** Lists the letters of a word that are of another script than its first. */
function foreignLetters(word: string): string {
  const letters = [...word].filter((character) => scriptOf(character) !== 'Common');
  return letters
    .filter((letter) => scriptOf(letter) !== scriptOf(letters[0] as string))
    .slice(0, 4)
    .map((letter) => `${letter} ${codeOf(letter)}`)
    .join(', ');
}

/** Returns true for a word in which each letter looks Latin and none is, in a text that has no other letter of its script. */
function isDisguised(word: string, text: string): boolean {
  const pattern = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
  const isLookalike = [...word].every((letter) => pattern.test(letter) && LOOKS_LATIN.test(letter));
  return (
    isLookalike && /[a-z]/i.test(text) && ![...text].some((letter) => pattern.test(letter) && !LOOKS_LATIN.test(letter))
  );
}

/** Finds letters of other shapes, such as the ligatures of a PDF or full-width letters: no search finds the words they stand in. */
function findOddShapes(text: string): TextFault[] {
  const odd = [...text].find(
    (character) =>
      character > '\x7f' &&
      /[\p{L}\p{N}]/u.test(character) &&
      character.normalize('NFKC') !== character &&
      !/[½¼¾²³]/.test(character),
  );
  if (odd !== undefined)
    return [
      {
        kind: 'shape',
        found: `"${odd}" (${codeOf(odd)}), a letter or digit of an unusual shape`,
        expected: `plain "${odd.normalize('NFKC')}"`,
      },
    ];
  const stacked = /\p{Mn}{4,}|[\u0300-\u036f]{2,}/u.exec(text)?.[0];
  return stacked === undefined || /[\u1000-\u109f]/.test(text)
    ? []
    : [{ kind: 'shape', found: `${stacked.length} marks on one letter`, expected: 'a letter with its accent' }];
}

/** Longest word, in letters: longer ones break no line, and push the page wider than a phone. */
const MAX_WORD = 60;

function findLongWords(text: string): TextFault[] {
  if (text.length <= MAX_WORD) return [];
  // Addresses are broken where they are shown; Burmese and Chinese have no spaces between words.
  const word = text
    .split(/[\s;,/|]+/)
    .find((one) => one.length > MAX_WORD && /^[\x21-\x7e\u00a0-\u058f]+$/.test(one) && !isAddress(one, text));
  return word === undefined
    ? []
    : [
        {
          kind: 'long-word',
          found: `a word of ${word.length} letters, ${quote(word)}`,
          expected: `words of at most ${MAX_WORD}`,
        },
      ];
}

function isAddress(word: string, text: string): boolean {
  return (text.match(/https?:\/\/\S+/g) ?? []).some((address) => address.includes(word));
}
