import { claimAddress, datasetAddress, eventAddress, placeAddress, sourceAddress } from '../../site/addresses.ts';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { namedThings, type NamedKind } from '../../site/names.ts';
import type { SectionName } from '../../site/mentions.ts';
import { KIND_LABELS } from '../../data/places.ts';
import { ContentError } from '../../data/errors.ts';
import { attributeOf, childrenOf, elementsOf, type HtmlElement } from '../html-tree.ts';
import type { Page } from '../page.ts';

/** Entry of a built page that search can find, with its own address. */
export interface SearchRecord {
  href: string;
  title: string;
  /** Kind of entry in a few words: `Place: town, Shan (North)`. */
  kind: string;
  /** Every way its name is written, the main one first; none for what has no name. */
  spellings: string[];
  /** Names that lead to it without being its own: who leads a group, what lies opposite a gate. */
  tied: string[];
  /** Weights of a word in its names and in its text. */
  weights: { name: number; text: number };
  /** Everything the entry says. */
  text: string;
}

const KINDS: Record<NamedKind, string> = {
  place: 'Place',
  actor: 'Who is who',
  term: 'Glossary',
  section: 'Section of the explainer',
  figure: 'Figure',
};

/** Who types a name wants the entry of that name: a town before its gate and bases, a group or place before the word for it. */
const NAME_WEIGHTS: Record<NamedKind, number> = { place: 8, actor: 10, term: 7, section: 6, figure: 6 };
const TOWN_WEIGHT = 10;

/** A long text names much; it must not push away the entries of what it names. Headlines of sources come last. */
const TEXT_WEIGHT = 0.4;
const LONG_TEXT_WEIGHT = 0.2;

/**
 * Collects everything that search can find: sections, figures, claims, events, places, groups, terms, sources and datasets. Their words are
 * read from the built pages, so that search finds what a reader can read, and their spellings from the list behind the A–Z.
 * @param pages The built pages by their addresses.
 * @throws ContentError if an entry has no element of its id.
 */
export function searchRecords(
  ledger: Ledger,
  sections: readonly SectionName[],
  pages: ReadonlyMap<string, Page>,
): SearchRecord[] {
  const entries = [...named(ledger, sections), ...others(ledger)];
  const elementAt = (href: string) => {
    const [page = '', id = ''] = href.split('#');
    return pages.get(page)?.byId.get(id);
  };
  const apart = new Set([...ledger.figures.keys(), ...ledger.claims.keys()]);
  const missing = entries.filter(({ href }) => !elementAt(href));
  if (missing.length > 0)
    throw new ContentError(
      missing.map(({ href }) => ({
        file: href.split('#')[0] ?? '',
        found: `no element "${href.split('#')[1]}"`,
        expected: 'the entry that search leads to',
      })),
    );
  return entries.map((entry) => ({ ...entry, text: searchableWords(elementAt(entry.href) as HtmlElement, apart) }));
}

type Entry = Omit<SearchRecord, 'text'>;

function named(ledger: Ledger, sections: readonly SectionName[]): Entry[] {
  return namedThings(ledger, sections).map(({ kind, name, what, href, spellings }) => ({
    href,
    title: name,
    kind: kind === 'section' || kind === 'term' ? KINDS[kind] : `${KINDS[kind]}: ${what}`,
    spellings: spellings.filter(({ as }) => as === undefined).map(({ text }) => text),
    tied: spellings.filter(({ as }) => as !== undefined).map(({ text }) => text),
    weights: {
      name: what.startsWith(KIND_LABELS.town) ? TOWN_WEIGHT : NAME_WEIGHTS[kind],
      text: kind === 'section' || kind === 'figure' ? LONG_TEXT_WEIGHT : TEXT_WEIGHT,
    },
  }));
}

function others(ledger: Ledger): Entry[] {
  const plain = (href: string, title: string, kind: string, weight = TEXT_WEIGHT): Entry => ({
    href,
    title,
    kind,
    spellings: [],
    tied: [],
    weights: { name: 0, text: weight },
  });
  return [
    ...[...ledger.events.values()].map((event) =>
      plain(eventAddress(event), `${formatDate(event.date)}, ${event.place}`, 'Timeline'),
    ),
    ...[...ledger.claims.values()].map(({ id, claim }) =>
      plain(claimAddress({ id }), claim, `How the first report aged: ${id.replace('-', ' ')}`),
    ),
    ...[...ledger.sources.values()].map((source) =>
      plain(sourceAddress(source), `${source.publisher}: ${source.title}`, 'Source', LONG_TEXT_WEIGHT),
    ),
    ...[...ledger.cards.values()].map((card) => plain(datasetAddress(card), card.title, 'Dataset', LONG_TEXT_WEIGHT)),
  ];
}

/** Elements that do not part two words. */
const INLINE = new Set(['a', 'abbr', 'b', 'cite', 'code', 'data', 'em', 'i', 'small', 'strong', 'sub', 'sup', 'time']);
/** Not words of the text: a picture's labels stand in its table too, and an entry's names are given by themselves. */
const SILENT = new Set(['script', 'style', 'svg', 'h2', 'h3', 'h4', 'header', 'dt']);

/** Tells whether a node is a list of places of a figure: each place has an entry of its own, which should come first. */
function listsPlaces(node: HtmlElement): boolean {
  if (attributeOf(node, 'class') === 'map__parts') return true;
  return (
    node.tagName === 'table' &&
    [...elementsOf(node)].some((inside) => attributeOf(inside, 'href')?.startsWith(placeAddress({ slug: '' })))
  );
}

/** Returns the words of an element, without those of entries inside it that are found by themselves. */
function searchableWords(element: HtmlElement, apart: ReadonlySet<string>): string {
  const read = (node: ReturnType<typeof childrenOf>[number]): string => {
    if ('value' in node) return node.value;
    if (!('tagName' in node)) return '';
    if (
      SILENT.has(node.tagName) ||
      attributeOf(node, 'class')?.includes('spellings') ||
      apart.has(attributeOf(node, 'id') ?? '') ||
      listsPlaces(node)
    )
      return ' ';
    const inside = childrenOf(node).map(read).join('');
    return INLINE.has(node.tagName) ? inside : ` ${inside} `;
  };
  return childrenOf(element)
    .map(read)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:)])/g, '')
    .trim();
}
