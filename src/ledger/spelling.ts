/** The scripts that names on this site are written in, as BCP 47 tags. */
export type NameLanguage = 'en' | 'my' | 'zh-Hans' | 'zh-Hant';

/** One way of writing a name. */
export interface Spelling {
  text: string;
  lang: NameLanguage;
  /** What ties it to the main name, where it is not simply another spelling: `its armed wing`. */
  as?: string;
}

/** One character of Burmese script. */
export const BURMESE = /[\u1000-\u109f\uaa60-\uaa7f]/;
/** One character of Chinese script. */
export const CHINESE = /[\u3400-\u9fff]/;

/** A spelling with the language its script tells; Chinese is taken as simplified unless said otherwise. Apostrophes are set as type. */
export function spelling(written: string, as?: string): Spelling {
  const text = written.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  const lang = BURMESE.test(text) ? 'my' : CHINESE.test(text) ? 'zh-Hans' : 'en';
  return as === undefined ? { text, lang } : { text, lang, as };
}

/** The same list with each text once, as first met. */
export function eachOnce(spellings: readonly Spelling[]): Spelling[] {
  return spellings.filter(
    ({ text }, index) => text !== '' && spellings.findIndex((other) => other.text === text) === index,
  );
}

/** A text without what stands in brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^()]*\)/g, '');
}

/** `A (B)` as its two parts; `B` is missing where nothing stands in brackets. */
export function splitBracket(text: string): { name: string; inside?: string } {
  const [, name = text, inside] = /^(.*?)\s*\(([^()]*)\)$/.exec(text.trim()) ?? [];
  return inside === undefined ? { name: name.trim() } : { name, inside };
}
