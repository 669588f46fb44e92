import type { Actor } from './schemas/actor.ts';

/** Languages and scripts that names on this site are written in, as BCP 47 tags. */
export type NameLanguage = 'en' | 'my' | 'zh-Hans' | 'zh-Hant';

/** Way of writing a name. */
export interface Spelling {
  text: string;
  lang: NameLanguage;
  /** Relation to the main name, where it is not simply another spelling: `its armed wing`. */
  as?: string;
}

/** Pattern of one character of Burmese script. */
export const BURMESE = /[\u1000-\u109f\uaa60-\uaa7f]/;
/** Pattern of one character of Chinese script. */
export const CHINESE = /[\u3400-\u9fff]/;

/** Makes a spelling of a text, with the language of its script; Chinese is taken as simplified. Typewriter apostrophes become curly. */
export function toSpelling(written: string, as?: string): Spelling {
  const text = written.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  const lang = BURMESE.test(text) ? 'my' : CHINESE.test(text) ? 'zh-Hans' : 'en';
  return as === undefined ? { text, lang } : { text, lang, as };
}

/** Removes empty spellings and repeats of a text, keeping the first. */
export function uniqueSpellings(spellings: readonly Spelling[]): Spelling[] {
  return spellings.filter(
    ({ text }, index) => text !== '' && spellings.findIndex((other) => other.text === text) === index,
  );
}

/** Removes the parts of a text in brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^()]*\)/g, '');
}

/** Splits `A (B)` into its two parts; `B` is missing where nothing stands in brackets. */
export function splitBracket(text: string): { name: string; inside?: string } {
  const [, name = text, inside] = /^(.*?)\s*\(([^()]*)\)$/.exec(text.trim()) ?? [];
  return inside === undefined ? { name: name.trim() } : { name, inside };
}

const LEADER_REMARK = 'under leaders and speakers';

/** Phrases among the other names that name a neighbour and not the group itself. */
const RELATIONS: [pattern: RegExp, as: string][] = [
  [/^armed wing of the (.+)$/, 'its armed wing'],
  [/^armed wing: (.+)$/, 'armed wing'],
  [/^includes the (.+?) and many .+$/, 'a part of it'],
];

/** Pattern of capitals that stand for the name before them: `PSLF`, `MDY-PDF`. */
const INITIALS = /^[A-Z][A-Za-z-]*[A-Z]$/;

/** Pattern of the name of a person or a body, in Latin script. */
const NAME = /^\p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*)*$/u;
const RANKS = /^(?:Senior General|Major General|Acting President|Colonel) /;

/** Lists every name of a group: full, short, in other scripts, former and neighbouring ones, and those of its leaders and speakers. */
export function actorSpellings(actor: Actor): Spelling[] {
  return uniqueSpellings([
    toSpelling(actor.name),
    // `A / B` is two bodies that go together.
    ...actor.name.split(' / ').map((text) => toSpelling(text)),
    ...shortNames(actor).map((text) => toSpelling(text)),
    ...actor.scripts.map(({ text, lang, note }): Spelling =>
      note === undefined ? { text, lang } : { text, lang, as: note },
    ),
    ...actor.other_names.flatMap(otherName),
    ...peopleOf(actor.leaders ?? '').flatMap(({ names }) => names.map((text) => toSpelling(text, LEADER_REMARK))),
  ]);
}

/** Lists the short forms of a group: `CNF/CNA, CDFs` are three. */
export function shortNames({ abbreviation = '' }: Pick<Actor, 'abbreviation'>): string[] {
  return abbreviation.split(/,\s*|\//).filter((text) => text !== '');
}

function otherName(text: string): Spelling[] {
  const relation = RELATIONS.find(([pattern]) => pattern.test(text));
  const { name, inside } = splitBracket(relation?.[0].exec(text)?.[1] ?? text);
  if (inside === undefined) return [toSpelling(name, relation?.[1])];
  return INITIALS.test(inside)
    ? [toSpelling(name, relation?.[1]), toSpelling(inside, relation?.[1])]
    : [toSpelling(name, relation?.[1] ?? inside)];
}

/** Person or body that leads a group or speaks for it. */
export interface Leader {
  /** Its main name first, then the others in which it is written. */
  names: string[];
  /** The part of the row that tells of it, as written. */
  said: string;
}

/** Reads who leads or speaks: `Peng Daxun (also Peng Daren or Peng Deren), commander` has three names; a person's post is not one. */
export function peopleOf(leaders: string): Leader[] {
  return leaders.split(/;\s*/).flatMap((said) => {
    const also = [...said.matchAll(/\(([^()]*)\)/g)]
      .flatMap(([, inside = '']) => inside.split(/,\s*|\bor\b/))
      .map((part) => part.replace(/\balso\b/, '').trim())
      .filter(isName);
    const people = withoutBrackets(said)
      .split(/,\s*|\band\b/)
      .map((part) => part.trim().replace(RANKS, ''))
      .filter((text) => text.includes(' ') && isName(text));
    // A bracket behind one of several names cannot be told whose it is.
    return people.map((name) => ({ names: people.length === 1 ? [name, ...also] : [name], said }));
  });
}

function isName(text: string): boolean {
  return toSpelling(text).lang !== 'en' || NAME.test(text);
}

/** Counts the letters to add, drop, change or swap with the next one to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** Finds the known word that a text is probably a slip of: two letters apart at most, one in a short word; none for a word of under four letters, and none where only digits differ. */
export function nearMiss(text: string, known: Iterable<string>): string | undefined {
  const [plain, limit] = [text.toLowerCase(), text.length < 8 ? 1 : 2];
  const letters = (word: string) => word.replace(/\d+/g, '#');
  if (text.length < 4) return undefined;
  return [...known]
    .filter((word) => word !== text && letters(word) !== letters(text) && Math.abs(word.length - text.length) <= limit)
    .map((word) => ({ word, distance: editDistance(plain, word.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.word;
}
