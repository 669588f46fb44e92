import { formatSourceDate } from '../../data/citations.ts';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { fillTokens, formatNumber, resolveNumber } from '../../data/numbers.ts';
import { ContentError } from '../../data/errors.ts';
import { KIND_LABELS } from '../../data/places.ts';
import { peopleOf } from '../../data/spelling.ts';
import {
  actorAddress,
  claimAddress,
  datasetAddress,
  eventAddress,
  figureAddress,
  numberAddress,
  sectionAddress,
  sourceAddress,
} from '../../site/addresses.ts';
import { lookupNames, type NamedKind } from '../../site/names.ts';
import type { SectionName } from '../../site/mentions.ts';
import type { SearchEntry } from '../../client/search-entry.ts';
import type { Page } from '../page.ts';
import { passagesOf, wordsOf } from './words.ts';

/** Entry whose words are read from its page, unless they are given. */
type Entry = Omit<SearchEntry, 'text'> & { text?: string };

const KINDS: Partial<Record<NamedKind, string>> = { place: 'Place', actor: 'Who is who' };

/** Who types a name wants the entry of that name: a group or a town before the word for it, a town before its gate and bases. */
const WEIGHTS: Partial<Record<NamedKind, number>> = { actor: 1, place: 0.6, term: 0.8 };
const TOWN_WEIGHT = 1;
const SECTION_WEIGHT = 1;
const WEIGHT = 0.8;
/** Headlines come last, and so do descriptions of files. */
const LAST_WEIGHT = 0.25;

/**
 * Collects everything that search can find: sections and their records passage by passage, figures, numbers, claims, events, places, groups,
 * people, terms, sources and datasets. Their words are read from the built pages, so that search finds what a reader can read, and
 * their names from the list behind the A–Z.
 * @param pages The built pages by their addresses.
 * @throws ContentError if an entry has no element of its id, or a section no page.
 */
export function searchEntries(
  ledger: Ledger,
  sections: readonly SectionName[],
  pages: ReadonlyMap<string, Page>,
): SearchEntry[] {
  const apart = new Set([...ledger.figures.keys(), ...ledger.claims.keys()]);
  const entries = [...named(ledger), ...titled(ledger)].map((entry) => {
    const [file = '', id = ''] = entry.href.split('#');
    const element = pages.get(file)?.byId.get(id);
    if (!element) throw missing(file, `no element "${id}"`);
    return { ...entry, text: entry.text ?? wordsOf(element, apart) };
  });
  const passages = sections.flatMap((section) => {
    const page = pages.get(sectionAddress(section));
    if (!page) throw missing(sectionAddress(section), 'no such page');
    return inSection(section, page, apart);
  });
  return [...passages, ...entries, ...people(ledger)];
}

function missing(file: string, found: string): ContentError {
  return new ContentError([{ file, found, expected: 'the entry that search leads to' }]);
}

function inSection({ id, title }: SectionName, page: Page, apart: ReadonlySet<string>): SearchEntry[] {
  return passagesOf(page, apart).map((passage) => ({
    href: `${page.file}#${passage.id}`,
    title: passage.title,
    kind: passage.id === id ? 'Section' : `${passage.id.startsWith(`${id}-record`) ? 'Record' : 'Section'}: ${title}`,
    names: [],
    text: passage.text,
    weight: passage.id === id ? SECTION_WEIGHT : WEIGHT,
  }));
}

function named(ledger: Ledger): Entry[] {
  return lookupNames(ledger).map(({ kind, name, what, href, spellings }) => ({
    href,
    title: name,
    kind: kind === 'term' ? 'Glossary' : `${KINDS[kind]}: ${what}`,
    names: spellings.filter(({ as }) => as === undefined).map(({ text }) => text),
    weight: what.startsWith(KIND_LABELS.town) ? TOWN_WEIGHT : (WEIGHTS[kind] ?? WEIGHT),
  }));
}

function titled(ledger: Ledger): Entry[] {
  const plain = (href: string, title: string, kind: string, weight = WEIGHT): Entry => ({
    href,
    title,
    kind,
    names: [],
    weight,
  });
  return [
    ...[...ledger.figures.values()].map((figure) =>
      plain(`${figureAddress(figure)}#${figure.id}`, figure.name, `Figure ${figure.number}`),
    ),
    ...[...ledger.safeLines.values()].flatMap(({ id, words, write = '', avoid = '' }) =>
      words === undefined
        ? {
            ...plain(numberAddress({ id }), formatNumber(resolveNumber(ledger, id), { withUnit: true }), 'Number'),
            text: fillTokens(ledger, `${write} ${avoid}`).trim(),
          }
        : [],
    ),
    ...[...ledger.events.values()].map((event) =>
      plain(eventAddress(event), `${formatDate(event.date)}, ${event.place}`, 'Timeline'),
    ),
    ...[...ledger.claims.values()].map(({ id, claim }) =>
      plain(claimAddress({ id }), claim, `How the first report aged: ${id.replace('-', ' ')}`),
    ),
    ...[...ledger.sources.values()].map((source) => ({
      ...plain(sourceAddress(source), `${source.publisher}: ${source.title}`, 'Source', LAST_WEIGHT),
      names: [source.publisher],
      // Its page says of many hundreds in the same words how they were read.
      text: `${formatSourceDate(source)}. ${source.weak ? 'Weak source. ' : ''}${source.note ?? ''}`.trim(),
    })),
    ...[...ledger.cards.values()].map((card) => plain(datasetAddress(card), card.title, 'Dataset', LAST_WEIGHT)),
  ];
}

/** Lists who leads or speaks for a group; the entry of the group says what is known of them. */
function people(ledger: Ledger): SearchEntry[] {
  return [...ledger.actors.values()].flatMap((actor) =>
    peopleOf(actor.leaders ?? '').map(({ names, said }) => ({
      href: actorAddress(actor),
      title: names[0] ?? '',
      kind: `Leads or speaks for: ${actor.name}`,
      names,
      text: said,
      weight: 1,
    })),
  );
}
