import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchEntry } from './search-entry.ts';
import { joined, meantBy, tellingTerms, termsOf } from './search-words.ts';

/** Entry that was found. */
export interface Hit {
  entry: SearchEntry;
  /** Terms of the entry that were meant. */
  terms: ReadonlySet<string>;
}

/** Answer to a query, the best first. */
export interface Answer {
  hits: Hit[];
  /** Whether an entry holds all words of the query, whatever their endings; else they only hold some, or words like them. */
  holdsAll: boolean;
}

/** Step of a search: how many letters may be wrong in a short and in a long word, and whether all words must be there. */
interface Step {
  short: number;
  long: number;
  combineWith: 'AND' | 'OR';
}

/** From strict to lenient; the first that finds something answers, but the strictest only with an entry that holds all words. Two letters that changed places are two wrong ones. */
const STEPS: readonly Step[] = [
  { short: 0, long: 0, combineWith: 'AND' },
  { short: 1, long: 1, combineWith: 'AND' },
  { short: 1, long: 2, combineWith: 'AND' },
  { short: 1, long: 2, combineWith: 'OR' },
];
const SHORT = 4;
const LONG = 6;

/** A name that was typed whole counts most. */
const BOOST = { whole: 12, names: 5, title: 2, text: 1 };
/** A name of many spellings is none the less meant. */
const RANKING = { k: 1.2, b: 0.3, d: 0.5 };

/** Entries that are indexed at a time, so that a slow device can show what is typed in between. */
const AT_A_TIME = 100;

/** Makes the function that searches entries. The index is made where it is used: to send it would double what a reader loads. */
export async function searchIn(entries: readonly SearchEntry[]): Promise<(query: string) => Answer> {
  const at = (id: unknown) => entries[id as number]!;
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: Object.keys(BOOST),
    extractField: (entry, field) => {
      if (field === 'whole') return entry.names.map(joined).join(' ');
      return field === 'names' ? entry.names.join(' / ') : String(entry[field as 'id' | 'title' | 'text']);
    },
    tokenize: (text, field) => (field === 'whole' ? text.split(' ') : termsOf(text)),
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, bm25: RANKING, boostDocument: (id) => at(id).weight },
  });
  await index.addAllAsync(
    entries.map((entry, id) => ({ ...entry, id })),
    { chunkSize: AT_A_TIME },
  );

  return (query) => {
    const phrases = phrasesIn(query);
    const filter: SearchOptions['filter'] = (result) =>
      isEnough(result, query) && phrases.every((phrase) => holds(at(result.id), phrase));
    for (const step of phrases.length > 0 ? STEPS.slice(0, 1) : STEPS) {
      const found = index.search(queryOf(query, step), { filter });
      const holdsAll = found.some((result) => isWhole(result, query));
      // A name like the words would hide texts in which they are only misspelt.
      if (holdsAll || (found.length > 0 && step !== STEPS[0]))
        return {
          hits: onePerAddress(found.map(({ id, terms }) => ({ entry: at(id), terms: new Set(terms) }))),
          holdsAll,
        };
    }
    return { hits: [], holdsAll: false };
  };
}

/** Makes the query of a step: the words, or all of them together as a name, in which one letter may always be wrong. */
function queryOf(query: string, { short, long, combineWith }: Step): Query {
  const fuzzy = (inShort: number, inLong: number) => (term: string) =>
    /^[a-z]+$/.test(term) && term.length >= SHORT && (term.length < LONG ? inShort : inLong);
  return {
    combineWith: 'OR',
    queries: [
      {
        queries: [joined(query)],
        fields: ['whole'],
        tokenize: (name) => [name],
        prefix: (term) => term.length > 2,
        fuzzy: fuzzy(short, Math.max(long, 1)),
      },
      {
        queries: tellingTerms(query)
          .flat()
          .map((term) => ({ combineWith: 'OR', queries: meantBy(term) })),
        fields: ['names', 'title', 'text'],
        tokenize: (term) => [term],
        combineWith,
        prefix: (term) => term.length > 2,
        fuzzy: fuzzy(short, long),
      },
    ],
  };
}

/** Keeps of hits that lead to one place the best: a person stands in the entry of a group. */
function onePerAddress(hits: readonly Hit[]): Hit[] {
  return hits.filter(({ entry }, at) => hits.findIndex((other) => other.entry.href === entry.href) === at);
}

function isWhole({ terms }: SearchResult, query: string): boolean {
  const isThere = (word: string) => terms.some((term) => term.startsWith(word));
  return isThere(joined(query)) || tellingTerms(query).every((run) => run.every((term) => meantBy(term).some(isThere)));
}

/** Tells whether a result has one of the words; of a run without spaces most of its signs, since single ones stand in many names. */
function isEnough({ queryTerms }: SearchResult, query: string): boolean {
  const isFound = (term: string) => meantBy(term).some((one) => queryTerms.includes(one));
  return [[joined(query)], ...tellingTerms(query)].some((run) => 2 * run.filter(isFound).length > run.length);
}

/** Lists what stands in quotation marks, as terms between spaces. */
function phrasesIn(query: string): string[] {
  return [...query.matchAll(/["“„]([^"“”„]+)["”“]/g)].map(([, phrase = '']) => spaced(phrase));
}

function holds({ title, names, text }: SearchEntry, phrase: string): boolean {
  return [title, ...names, text].some((part) => spaced(part).includes(phrase));
}

function spaced(text: string): string {
  return ` ${termsOf(text).join(' ')} `;
}
