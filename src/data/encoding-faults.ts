import { quote } from './errors.ts';

/** Fault of a text: what it is, and what would be right. `kind` is the same for all faults of one sort. */
export interface TextFault {
  kind: string;
  found: string;
  expected: string;
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
export function findMojibake(text: string): TextFault[] {
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
export function findLostLetters(text: string): TextFault[] {
  return text.includes('??') && /\?{3,}|\p{L}\?{2,}\p{L}/u.test(text)
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
export function findReferences(text: string): TextFault[] {
  if (!/[&\\]/.test(text)) return [];
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

/** Finds a Burmese word in the encoding of Zawgyi fonts. */
export function findZawgyi(text: string): TextFault[] {
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
