import { fillTokens, resolveNumber } from '../data/numbers.ts';
import { sectionNames } from './mentions.ts';
import type { Link } from './addresses.ts';
import { formatDate, formatQualified } from '../data/format.ts';
import type { Ledger } from '../data/ledger.ts';
import { memoize, memoizeByRoot } from '../data/memoize.ts';
import { ADDRESSES, publishedAddresses, formatId, liveIds, type PublishedId } from './permanent-ids/permanent-ids.ts';

/**
 * Lists everything that an entry of the history can name as changed, by the name it is written with: the id after the `#` of an address,
 * or the bare id of a row, which stands for its first line in a figure, for its place, or else for its dataset.
 */
export function changeTargets(ledger: Ledger): Map<string, PublishedId> {
  const ids = liveIds(ledger).filter(({ kind }) => kind !== 'change');
  const anchors = ids.map((one): [string, PublishedId] => [mainAnchor(one), one]);
  const live = new Set(ids.map(formatId));
  const figures = [...ledger.figures.values()].sort((a, b) => a.number - b.number);
  const rows = Object.entries(ledger.datasets).flatMap(([dataset, list]) =>
    list.map(({ id }): [string, PublishedId] => {
      const figure = figures.find((one) => live.has(`row ${one.id}-${id}`));
      return [id, figure ? { kind: 'row', id: `${figure.id}-${id}` } : { kind: 'dataset', id: dataset }];
    }),
  );
  const places = [...ledger.places.values()].map(({ id, slug }): [string, PublishedId] => [
    id,
    { kind: 'place', id: slug },
  ]);
  return new Map([...rows, ...places, ...anchors]);
}

/**
 * Returns the links of an entry of the history to the parts that changed, each with a name that readers know.
 * @throws Error for an id that names nothing; the checks of the ledger report that first.
 */
export function changeLinks(ledger: Ledger, root: string, where: readonly string[]): Link[] {
  const targets = knownTargets(ledger);
  const titles = sectionTitles(ledger, root);
  return where.map((name) => {
    const target = targets.get(name);
    if (!target) throw new Error(`content/changes.yaml: nothing is called "${name}"`);
    return { href: publishedAddresses(target)[0] as string, label: targetLabel(ledger, titles, target) };
  });
}

/** Cached targets: every entry of the history asks for all of them. */
const knownTargets = memoize(changeTargets);
const sectionTitles = memoizeByRoot(
  (_ledger: Ledger, root: string) => new Map(sectionNames(root).map(({ id, title }) => [id, title])),
);

/** Returns the part of an id's main address after the `#`. */
function mainAnchor({ kind, id }: PublishedId): string {
  return ADDRESSES[kind](id)[0]?.split('#')[1] ?? id;
}

function targetLabel(ledger: Ledger, titles: ReadonlyMap<string, string>, { kind, id }: PublishedId): string {
  const place = [...ledger.places.values()].find(({ slug }) => slug === id);
  const event = ledger.events.get(id);
  const source = ledger.sources.get(id);
  switch (kind) {
    case 'actor':
      return ledger.actors.get(id)?.name ?? id;
    case 'assessment':
      return `Assessment by ${ledger.assessments.get(id)?.who}`;
    case 'change':
      return 'Changes';
    case 'claim':
      return `Claim check, claim ${Number(id.replace(/\D/g, ''))}`;
    case 'computed':
      return `Computed number: ${ledger.derivations.get(id)?.unit}`;
    case 'dataset':
      return `Data: ${ledger.cards.get(id)?.title}`;
    case 'day':
      return `what was known on ${formatDate(id)}`;
    case 'event':
      return `Timeline, ${event ? formatDate(event.date) : id}`;
    case 'figure':
      return figureLabel(ledger, id);
    case 'key-number':
      return `Key number: ${fillTokens(ledger, ledger.keyNumbers.get(id)?.label ?? '')}`;
    case 'number':
    case 'number-page':
      return numberLabel(ledger, id);
    case 'place':
      return place?.name ?? id;
    case 'figure-row':
    case 'row':
      return rowLabel(ledger, id);
    case 'section':
      return titles.get(id) ?? id;
    case 'source':
      return `Source: ${source?.publisher}, ${source?.title}`;
    case 'term':
      return `Glossary: ${ledger.terms.get(id)?.term}`;
  }
}

/** Formats a figure's number and name: `Figure 3: Crossings to China`. */
export function figureLabel(ledger: Ledger, id: string): string {
  const figure = ledger.figures.get(id);
  return `Figure ${figure?.number}: ${figure?.name}`;
}

/** Formats what an entry of the page of numbers is about: a number, or in words what is often put wrongly. */
function numberLabel(ledger: Ledger, id: string): string {
  const words = ledger.safeLines.get(id)?.words;
  if (words !== undefined) return `Numbers: ${words}`;
  const { text, unit } = resolveNumber(ledger, id);
  return `Number: ${text} ${unit}`;
}

function rowLabel(ledger: Ledger, id: string): string {
  const figure =
    [...ledger.figures.keys()].filter((one) => id.startsWith(`${one}-`)).sort((a, b) => b.length - a.length)[0] ?? '';
  const row = id.slice(figure.length + 1);
  const place = ledger.places.get(row);
  const number = ledger.observations.get(row);
  const what =
    place?.name ??
    (number
      ? [formatQualified(number.value, number.qualifier), number.claimant, number.as_of && formatDate(number.as_of)]
          .filter(Boolean)
          .join(', ')
      : row);
  return `${figureLabel(ledger, figure)}, ${what}`;
}
