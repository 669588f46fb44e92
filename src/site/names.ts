import type { Place } from '../data/schemas/place.ts';
import { actorAddress, placeAddress, termAddress } from './addresses.ts';
import {
  actorSpellings,
  uniqueSpellings,
  type NameLanguage,
  toSpelling,
  type Spelling,
  splitBracket,
} from '../data/spelling.ts';
import { capitalise } from '../data/format.ts';
import type { Ledger } from '../data/ledger.ts';
import { isOpposite, KIND_LABELS, OPPOSITE_PREFIX } from '../data/places.ts';

/** Kind of entry that a name leads to. */
export type NamedKind = 'place' | 'actor' | 'term' | 'section' | 'figure';

/** Entry of this site that has a name, with every spelling of it. */
export interface NamedThing {
  kind: NamedKind;
  /** The one name used on this site. */
  name: string;
  /** Description in a few words: `town, Shan (North)`. */
  what: string;
  /** Address of its entry from the top of the site. */
  href: string;
  /** The main name first. */
  spellings: Spelling[];
}

/** Line of the index: a spelling, and every entry that bears it. */
export interface IndexLine {
  text: string;
  lang: NameLanguage;
  /** Relation to every entry it leads to, where it is not simply another spelling. */
  as?: string;
  /** Entries of one name stand together. */
  names: { name: string; entries: { what: string; href: string }[] }[];
}

/** Lines under one letter, or of one script. */
export interface IndexGroup {
  id: string;
  title: string;
  lines: IndexLine[];
}

/** Lists everything with a name: places, groups, terms, sections and figures. Publishers stand by letter in the list of sources. */
export function namedThings(ledger: Ledger, sections: readonly { id: string; title: string }[]): NamedThing[] {
  const places = [...ledger.places.values()].map((place): NamedThing => ({
    kind: 'place',
    name: place.name,
    what: `${KIND_LABELS[place.kind]}, ${place.state_region}`,
    href: placeAddress(place),
    spellings: placeSpellings(place),
  }));
  const actors = [...ledger.actors.values()].map((actor): NamedThing => ({
    kind: 'actor',
    name: actor.name,
    what: actor.type,
    href: actorAddress(actor),
    spellings: actorSpellings(actor),
  }));
  const terms = [...ledger.terms.values()].map((term): NamedThing => ({
    kind: 'term',
    name: term.term,
    what: 'glossary',
    href: termAddress(term),
    spellings: uniqueSpellings([term.term, term.expansion ?? '', ...term.forms].map((text) => toSpelling(text))),
  }));
  const chapters = sections.map(({ id, title }): NamedThing => ({
    kind: 'section',
    name: title,
    what: 'section',
    href: `index.html#${id}`,
    spellings: [toSpelling(title)],
  }));
  const figures = [...ledger.figures.values()].map(({ id, number, name, table }): NamedThing => ({
    kind: 'figure',
    name,
    what: `figure ${number}`,
    href: `index.html#${id}`,
    spellings: uniqueSpellings([name, capitalise(table)].map((text) => toSpelling(text))),
  }));
  return markTraditional([...places, ...actors, ...terms, ...chapters, ...figures]);
}

/** Builds the index: every spelling once, by first letter, then the names in Burmese and in Chinese script. */
export function nameIndex(things: readonly NamedThing[]): IndexGroup[] {
  const bearers = new Map<string, { thing: NamedThing; spelled: Spelling }[]>();
  for (const thing of things)
    for (const spelled of thing.spellings)
      bearers.set(spelled.text, [...(bearers.get(spelled.text) ?? []), { thing, spelled }]);
  const groups = new Map<string, IndexGroup>();
  for (const line of [...bearers.values()].map(toIndexLine).sort(compareLines)) {
    const { id, title } = indexGroup(line);
    const group = groups.get(id) ?? { id, title, lines: [] };
    group.lines.push(line);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function toIndexLine(bearers: readonly { thing: NamedThing; spelled: Spelling }[]): IndexLine {
  const [{ text, lang, as } = toSpelling('')] = bearers.map(({ spelled }) => spelled);
  const names = new Map<string, { what: string; href: string }[]>();
  for (const {
    thing: { name, what, href },
  } of bearers)
    names.set(name, [...(names.get(name) ?? []), { what, href }]);
  const isTied = as !== undefined && bearers.every(({ spelled }) => spelled.as === as);
  // The entry that has the spelling for its name comes first; the others are seen also.
  const isOwn = ({ name }: { name: string }) => (name === text ? 0 : 1);
  return {
    text,
    lang,
    ...(isTied && { as }),
    names: [...names].map(([name, entries]) => ({ name, entries })).sort((a, b) => isOwn(a) - isOwn(b)),
  };
}

/** Lists every name of a place. The name of the place across a border gate is marked as such. */
function placeSpellings({ name, name_alt, name_my }: Place): Spelling[] {
  const { name: burmese, inside } = splitBracket(name_my ?? '');
  return uniqueSpellings([
    toSpelling(name),
    ...[burmese, inside ?? ''].map((text) => toSpelling(text)),
    ...name_alt.map((text) =>
      isOpposite(text) ? toSpelling(text.slice(OPPOSITE_PREFIX.length), OPPOSITE_PREFIX.trim()) : toSpelling(text),
    ),
  ]);
}

/** Marks Chinese forms of terms as traditional where a group bears the same name: a term's own form does not show its script. */
function markTraditional(things: NamedThing[]): NamedThing[] {
  const traditional = new Set(
    things
      .flatMap(({ spellings }) => spellings)
      .filter(({ lang }) => lang === 'zh-Hant')
      .map(({ text }) => text),
  );
  return things.map((thing) => ({
    ...thing,
    spellings: thing.spellings.map((one) => (traditional.has(one.text) ? { ...one, lang: 'zh-Hant' as const } : one)),
  }));
}

const LATIN = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });

/** Compares lines: Latin names by letter, without their article; other scripts after them, by the order of their characters. */
function compareLines(a: IndexLine, b: IndexLine): number {
  const [first, second] = [scriptRank(a), scriptRank(b)];
  if (first !== second) return first - second;
  if (first > 1) return a.text < b.text ? -1 : 1;
  return LATIN.compare(sortKey(a.text), sortKey(b.text)) || (a.text < b.text ? -1 : 1);
}

function scriptRank({ text, lang }: IndexLine): number {
  if (lang === 'my') return 2;
  if (lang !== 'en') return 3;
  return /^\d/.test(sortKey(text)) ? 0 : 1;
}

function indexGroup(line: IndexLine): { id: string; title: string } {
  const rank = scriptRank(line);
  if (rank === 0) return { id: 'letter-digits', title: '0–9' };
  if (rank === 2) return { id: 'script-burmese', title: 'Burmese script' };
  if (rank === 3) return { id: 'script-chinese', title: 'Chinese script' };
  const letter = sortKey(line.text).normalize('NFD').charAt(0).toUpperCase();
  return { id: `letter-${letter.toLowerCase()}`, title: letter };
}

function sortKey(text: string): string {
  return text.replace(/^(?:the|an?) /i, '').replace(/^[^\p{L}\p{N}]+/u, '');
}
