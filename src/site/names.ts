import type { Place } from '../data/schemas/place.ts';
import { actorAddress, placeAddress, termAddress, type Link } from './addresses.ts';
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
export type NamedKind = 'place' | 'actor' | 'term' | 'figure';

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
  names: { name: string; hrefs: string[] }[];
}

/** Lines under one letter, or of one script. */
export interface IndexGroup {
  id: string;
  title: string;
  lines: IndexLine[];
}

/** Entries of one name with the others that bear it too, or spellings that follow each other in the alphabet and lead to entries. */
export type IndexPart =
  { kind: 'entry'; hrefs: string[]; also: IndexLine['names'] } | { kind: 'references'; lines: IndexLine[] };

/** Lists what is looked up by its name on one page: places, groups and terms. Publishers stand by letter in the list of sources. */
export function lookupNames(ledger: Ledger): NamedThing[] {
  // Under one name the term comes first: it says in a sentence what the group or place is.
  const isTerm = ({ kind }: NamedThing) => (kind === 'term' ? 0 : 1);
  return namedThings(ledger)
    .filter(({ kind }) => kind !== 'figure')
    .sort((a, b) => isTerm(a) - isTerm(b));
}

/** Lists everything with a name: places, groups, terms and figures. */
export function namedThings(ledger: Ledger): NamedThing[] {
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
    what: 'term',
    href: termAddress(term),
    spellings: uniqueSpellings([term.term, term.expansion ?? '', ...term.forms].map((text) => toSpelling(text))),
  }));
  const figures = [...ledger.figures.values()].map(({ id, number, name, table }): NamedThing => ({
    kind: 'figure',
    name,
    what: `figure ${number}`,
    href: `index.html#${id}`,
    spellings: uniqueSpellings([name, capitalise(table)].map((text) => toSpelling(text))),
  }));
  return markTraditional([...places, ...actors, ...terms, ...figures]);
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

/** Splits the lines of a letter into entries, each where its own name stands, and the spellings between them that lead to one. */
export function splitReferences(lines: readonly IndexLine[]): IndexPart[] {
  const parts: IndexPart[] = [];
  for (const line of lines) {
    const [own, ...also] = line.names;
    const last = parts.at(-1);
    if (own?.name === line.text) parts.push({ kind: 'entry', hrefs: own.hrefs, also });
    else if (last?.kind === 'references') last.lines.push(line);
    else parts.push({ kind: 'references', lines: [line] });
  }
  return parts;
}

/** Returns the link to a name. Its entries stand together, so that the first leads to them all. */
export function toLink({ name, hrefs: [first = ''] }: IndexLine['names'][number]): Link {
  return { href: first, label: name };
}

function toIndexLine(bearers: readonly { thing: NamedThing; spelled: Spelling }[]): IndexLine {
  const [{ text, lang, as } = toSpelling('')] = bearers.map(({ spelled }) => spelled);
  const names = Map.groupBy(bearers, ({ thing }) => thing.name);
  const isTied = as !== undefined && bearers.every(({ spelled }) => spelled.as === as);
  // The entry that has the spelling for its name comes first; the others are seen also.
  const isOwn = ({ name }: { name: string }) => (name === text ? 0 : 1);
  return {
    text,
    lang,
    ...(isTied && { as }),
    names: [...names]
      .map(([name, own]) => ({ name, hrefs: own.map(({ thing }) => thing.href) }))
      .sort((a, b) => isOwn(a) - isOwn(b)),
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
