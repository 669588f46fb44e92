import { quote } from './errors.ts';

/** Fault of a text: what it is, and what would be right. `kind` is the same for all faults of one sort. */
export interface TextFault {
  kind: string;
  found: string;
  expected: string;
}

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

/** Bytes of the characters that Windows-1252 has elsewhere than Latin-1. */
const WINDOWS_1252 = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
      0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] as number,
  ]),
);
const HIGH_RUN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;
/** Scripts and signs that such a run may have been; others come out of honest runs such as `É”`. */
const PLAUSIBLE =
  /[\u00a0-\u024f\u0300-\u03ff\u0400-\u045f\u0e00-\u0eff\u1000-\u109f\u2000-\u22ff\u3000-\u30ff\u3400-\u9fff\ufeff\uff00-\uffef]/;
/** Marks that close a word honestly: `Café…”`. */
const CLOSING = /^.[‘’“”–—…]*$/;
/** The same fault by way of other code pages: Cyrillic, Mac Roman, Chinese. */
const OTHER_MOJIBAKE = /вЂ[\u0080-\uffff]|‚Ä[ôúùîì]|鈥[^\s]|锟斤拷|\ufffd/;

/** Finds UTF-8 that was read as another encoding, by turning it back: a run of high Latin characters whose bytes are UTF-8 once more. */
function findMojibake(text: string): TextFault[] {
  const runs = [...text.matchAll(HIGH_RUN)].filter(([run]) => decodeAgain(run) !== null);
  const first = runs[0]?.[0] ?? OTHER_MOJIBAKE.exec(text)?.[0];
  if (first === undefined) return [];
  const meant = decodeAgain(first);
  return [
    {
      kind: 'mojibake',
      found: `text that was decoded twice, ${quote(text.slice(Math.max(0, text.indexOf(first) - 10), text.indexOf(first) + 24))}`,
      expected: `the text as it was first written${meant === null ? '' : `, with “${meant.replace(/\p{C}/gu, '')}” there`}: open its source as UTF-8`,
    },
  ];
}

/** Returns what a run of characters was before it was decoded twice; null if it was not. */
function decodeAgain(run: string): string | null {
  for (const part of run.matchAll(/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/g)) {
    if (CLOSING.test(part[0]) && !/[ÂÃÐÑ]/.test(part[0])) continue;
    const bytes = [...part[0]].map((character) => WINDOWS_1252.get(character) ?? character.charCodeAt(0));
    const length = (bytes[0] as number) < 0xe0 ? 2 : (bytes[0] as number) < 0xf0 ? 3 : 4;
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        new Uint8Array(bytes.slice(0, length)),
      );
      if (length === 4 || PLAUSIBLE.test(text)) return text;
    } catch {
      // Not UTF-8, so not decoded twice.
    }
  }
  return null;
}

/** Finds signs that a conversion left in the place of letters: `???`. */
function findLostLetters(text: string): TextFault[] {
  return /\?{3,}|\p{L}\?{2,}\p{L}/u.test(text)
    ? [
        {
          kind: 'lost-letters',
          found: `question marks in a row, ${quote(text)}`,
          expected: 'the letters that a conversion lost',
        },
      ]
    : [];
}

/** Finds characters that are written by their number or name instead of standing there: no check would see them. */
function findReferences(text: string): TextFault[] {
  const words = text.replace(/https?:\/\/\S+/g, '');
  const found =
    /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});/i.exec(words) ??
    /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[0abefvrNLP](?![a-z]))/i.exec(words);
  return found
    ? [{ kind: 'reference', found: `${quote(found[0])} for a character`, expected: 'the character itself' }]
    : [];
}

/** Places of signs that Burmese in Unicode never has, and that Zawgyi, which stores signs in the order of print, has in almost every word. */
const ZAWGYI: readonly RegExp[] = [
  // The vowel sign e before its consonant.
  /(?<![\u1000-\u102a\u103b-\u103f\u104e\u1050-\u1055\u105a-\u1061\u1065\u1066\u106e-\u1070\u1075-\u1082\u108e\u200b-\u200d\u2060])\u1031/,
  // Zawgyi's asat is the sign that in Unicode stacks one consonant under another.
  /\u1039(?![\u1000-\u1021\u103f\u105a-\u105d])/,
  /(?<![\u1000-\u1021\u103a\u105a-\u105d])\u1039/,
  // Zawgyi's long forms of u, which in Unicode are vowels of Mon.
  /[\u102d\u102e\u1031\u103a-\u103e][\u1033\u1034]/,
  // Medial ra before its consonant, or after nothing that can have one.
  /(?<![\u1000-\u102a\u1039\u103a-\u103e\u103f\u1075-\u1082])[\u103b\u103c]/,
  // Zawgyi's medial ya, Unicode's asat, followed by another medial or a vowel.
  /\u103a[\u102b-\u1030\u1032-\u1035\u103b-\u103e]/,
  // Zawgyi's stacked and narrow letters stand where Unicode has letters of Mon, Karen, Shan.
  /[\u1060-\u1064\u1067-\u106d\u1071-\u1074\u107e-\u1080\u1085\u108b-\u108d\u1090-\u1097](?=[\u102b-\u1030\u1032\u1036-\u103a])/,
  /\u108f[\u102b-\u1030\u1039\u1060-\u107d]/,
  /(?<=[\u102b-\u1030\u1036-\u103a\u1000-\u1021])[\u1060-\u1064\u1067-\u106d\u1071-\u1074\u108b-\u108d\u1090-\u1097]/,
];

/** Returns true if Burmese text is in the encoding of Zawgyi fonts, which looks like other words in all others. */
export function isZawgyi(text: string): boolean {
  return ZAWGYI.some((pattern) => pattern.test(text));
}

function findZawgyi(text: string): TextFault[] {
  const word = (text.match(/[\u1000-\u109f]+/g) ?? []).find(isZawgyi);
  return word === undefined
    ? []
    : [
        {
          kind: 'zawgyi',
          found: `Burmese in the Zawgyi encoding, "${word}"`,
          expected: 'Burmese in Unicode: have it converted',
        },
      ];
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
