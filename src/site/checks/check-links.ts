import {
  CLAIMS_PAGE,
  DATA_PACKAGE_FILE,
  datasetFile,
  figureFile,
  NAMES_PAGE,
  NUMBERS_PAGE,
  PLACES_HXL_FILE,
  sectionAddress,
  workbookFile,
} from '../addresses.ts';
import { explainerRowIds } from '../../data/figure-rows.ts';
import { type Ledger, CARD_IDS } from '../../data/ledger.ts';
import { lookupNames, nameIndex } from '../names.ts';
import { groupPlaces } from '../../data/places.ts';
import { type Element, attributeIds } from '../../data/mdx.ts';
import { recordId } from '../../data/record.ts';
import { quote } from '../../data/errors.ts';
import { mailAddressFault, plainAddressFault } from '../../data/web-address.ts';

/** Page that holds the explainer itself. */
const ENTRY_PAGE = 'index.html';

/** Ids that a link may lead to, for each page of the site by its address from the top. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Lists every place of the site that prose may link to.
 * @param elements Components of all sections: they put ids on the page.
 * @param records Components of each record, by section.
 */
export function knownAnchors(
  ledger: Ledger,
  elements: readonly Element[],
  records: ReadonlyMap<string, readonly Element[]> = new Map(),
): Anchors {
  const files = [
    ...[...ledger.figures.keys()].flatMap((id) =>
      (['csv', 'json', 'txt'] as const).map((kind) => figureFile({ id }, kind)),
    ),
    ...CARD_IDS.flatMap((id) => (['csv', 'json'] as const).map((kind) => datasetFile({ id }, kind))),
    PLACES_HXL_FILE,
    DATA_PACKAGE_FILE,
    workbookFile(ledger.site),
  ];
  return new Map<string, Set<string>>([
    [
      ENTRY_PAGE,
      new Set([
        ...ledger.sectionIds,
        ...figureAnchors(ledger),
        ...elements.flatMap((element) => elementAnchors(ledger, element)),
      ]),
    ],
    ...ledger.sectionIds.map((id): [string, Set<string>] => {
      const own = records.get(id);
      const ids = own ? [recordId(id), ...own.flatMap((element) => elementAnchors(ledger, element))] : [];
      return [sectionAddress({ id }), new Set([id, ...ids])];
    }),
    [NUMBERS_PAGE, new Set([...ledger.sectionIds, ...prefixed('number', ledger.safeLines.keys())])],
    [CLAIMS_PAGE, new Set(['claim-check', ...ledger.claims.keys()])],
    [
      'timeline.html',
      new Set([...ledger.strip.phases.map(({ id }) => id), ...prefixed('event', ledger.events.keys())]),
    ],
    [
      NAMES_PAGE,
      new Set([
        ...nameIndex(lookupNames(ledger)).map(({ id }) => id),
        ...prefixed('actor', ledger.actors.keys()),
        ...prefixed('term', ledger.terms.keys()),
        ...groupPlaces(ledger.places.values()).map(({ id }) => id),
        ...prefixed(
          'place',
          [...ledger.places.values()].map(({ slug }) => slug),
        ),
      ]),
    ],
    ['search.html', new Set()],
    ['datasets.html', new Set(['reuse', ...prefixed('dataset', CARD_IDS)])],
    ['sources.html', new Set(prefixed('source', ledger.sources.keys()))],
    ['changes.html', new Set(ledger.changes.keys())],
    ...files.map((file): [string, Set<string>] => [file, new Set()]),
  ]);
}

/** Lists the ids of figures, and of the rows of their tables on the explainer; in the table of judgements also those that no list beside it bears. */
function figureAnchors(ledger: Ledger): string[] {
  return [...ledger.figures.values()].flatMap((figure) => [
    figure.id,
    ...explainerRowIds(figure),
    ...figure.judgements.flatMap(({ rows }) => rows).filter((id) => ledger.assessments.get(id)?.telling === false),
  ]);
}

/** Lists the ids that a component in prose puts on the page. */
function elementAnchors(ledger: Ledger, element: Element): string[] {
  switch (element.name) {
    case 'Actors':
      return prefixed(
        'actor',
        [...ledger.actors.values()].filter(({ card }) => card).map(({ id }) => id),
      );
    case 'Assessments':
      return [...ledger.assessments.values()]
        .filter(({ leaning }) => attributeIds(element, 'leaning').includes(leaning))
        .map(({ id }) => id);
    case 'ClaimStrip':
      return ['claim-check', ...ledger.claims.keys()];
    case 'KeyAssessments':
      return [...ledger.assessments.values()].filter(({ telling }) => telling).map(({ id }) => id);
    case 'KeyNumbers':
      return prefixed('key', ledger.keyNumbers.keys());
    case 'Places':
      return prefixed(
        'place',
        attributeIds(element, 'ids').flatMap((id) => ledger.places.get(id)?.slug ?? []),
      );
    default:
      return [];
  }
}

function prefixed(prefix: string, ids: Iterable<string>): string[] {
  return [...ids].map((id) => `${prefix}-${id}`);
}

/**
 * Checks the address of a link in prose.
 * @returns The fault, as found and expected; `null` if there is none.
 */
export function findLinkFault(
  { sources, site }: Ledger,
  anchors: Anchors,
  url: string,
): { found: string; expected: string } | null {
  if (/^(?:https?|mailto):/i.test(url)) {
    const expected = url.startsWith('mailto:') ? mailAddressFault(url.slice('mailto:'.length)) : plainAddressFault(url);
    if (expected !== null) return { found: quote(url), expected };
    const known = [site.contact, site.licence.url, ...[...sources.values()].flatMap((one) => [one.url, ...one.copies])];
    const isKnown = url.startsWith('mailto:') || known.some((one) => one !== null && hostOf(one) === hostOf(url));
    return isKnown ? null : { found: quote(url), expected: 'the address of a source in content/sources.csv' };
  }
  const [page = '', id] = url.split(/#(.*)/s);
  const ids = anchors.get(page || ENTRY_PAGE);
  if (url === '' || !ids)
    return { found: quote(url), expected: `an address that begins with https://, or one of ${listPages(anchors)}` };
  if (id === undefined || ids.has(id)) return null;
  return {
    found: quote(url),
    expected: page === '' || page === ENTRY_PAGE ? 'a link to an id of this page' : `a link to an id of ${page}`,
  };
}

function hostOf(address: string): string {
  return URL.parse(address)?.host.replace(/^www\./, '') ?? '';
}

function listPages(anchors: Anchors): string {
  return [...anchors.keys()].filter((page) => !page.includes('/')).join(', ');
}
