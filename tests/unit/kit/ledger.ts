import { checkRows } from '../../../src/data/checks/check-rows.ts';
import { changesHold } from '../../../src/site/checks/check-changes.ts';
import { type Ledger, CARD_IDS } from '../../../src/data/ledger.ts';
import { describeProblem } from '../../../src/data/errors.ts';
import type { SiteCard } from '../../../src/data/schemas/site.ts';
import { cardOf, claimRow, mndaa, positionsLost, site } from './cards.ts';
import { maps } from './maps.ts';
import { observation, place, positions, rowsIn, source } from './rows.ts';

/** Ids of the sections of the invented project. */
export const SECTION_IDS = [
  'glance',
  'what',
  'who',
  'campaign',
  'losses',
  'civilians',
  'china',
  'turning-point',
  'after',
  'method',
] as const;
/** Id of one of them. */
export type SectionId = (typeof SECTION_IDS)[number];

/** Makes a small ledger that looks like the real one and breaks no rule, for a test to break at will. */
export function smallLedger(): Ledger {
  const datasets = {
    displacement: rowsIn('content/data/displacement.csv', [
      observation('A14', { as_of: '2023-11', published: null, value: 335_000, confidence: 'low' }),
      observation('A21'),
      observation('A22', {
        as_of: '2023-12-31',
        published: '2024-01',
        value: 628_000,
        qualifier: 'about',
        source_ids: ['unhcr-2024-01'],
      }),
      observation('B17', {
        series: 'total',
        as_of: '2023-10-02',
        published: null,
        value: 1_976_400,
        qualifier: 'exact',
        source_ids: ['unhcr-2024-01'],
      }),
      observation('B25', {
        series: 'total',
        as_of: '2024-01-01',
        published: null,
        value: 2_625_000,
        qualifier: 'exact',
        source_ids: ['unhcr-2024-01'],
      }),
    ]),
    'displacement-by-state': rowsIn('content/data/displacement-by-state.csv', [
      observation('ST01', { value: 81_500, scope: 'Kayah', scope_id: 'kayah' }),
    ]),
    positions: rowsIn('content/data/positions.csv', [
      positions('B005', '2023-11-02', 106),
      positions('B007', '2023-11-05', 125, { qualifier: 'exact' }),
      positions('B017', '2023-11-21', 221, {
        claimant: 'ISP-Myanmar',
        claimant_id: 'isp',
        scope: 'the alliance',
        scope_id: 'alliance',
      }),
      positions('B023', '2023-11-28', 160, { confidence: 'low' }),
    ]),
    handovers: rowsIn('content/data/handovers.csv', [
      observation('H04', {
        series: 'cumulative',
        as_of: '2023-11-21',
        published: null,
        value: 31_000,
        unit: 'scam suspects',
      }),
    ]),
    facts: rowsIn('content/data/facts.csv', [
      observation('f-control', {
        series: 'facts',
        as_of: '2024',
        published: '2025-04-22',
        value: 21.5,
        qualifier: 'exact',
        unit: 'per cent of the country',
        source_ids: ['xinhua-2025-04'],
        compared_with: null,
      }),
    ]),
  };
  return {
    site: site(),
    sources: rowsIn('content/sources.csv', [
      source('un-flash10'),
      source('unhcr-2024-01', { publisher: 'UNHCR', published: '2024-01' }),
      source('irr-2024-01-06', { publisher: 'The Irrawaddy', kind: 'local-media', published: '2024-01-06' }),
      source('xinhua-2025-04', { publisher: 'Xinhua', kind: 'state-media', published: '2025-04-22' }),
    ]),
    sectionIds: [...SECTION_IDS],
    datasets: Object.fromEntries(
      Object.entries(datasets).map(([name, rows]) => [name, [...rows.values()]]),
    ) as Ledger['datasets'],
    observations: new Map(Object.values(datasets).flatMap((rows) => [...rows])),
    derivations: new Map([
      [
        'd-idp-rise',
        {
          id: 'd-idp-rise',
          kind: 'difference',
          of: ['B25', 'B17'],
          status: [],
          unit: 'people',
          decimals: 0,
          qualifier: 'exact',
          meaning: 'The rise in all displaced people over three months.',
        },
      ],
    ]),
    places: rowsIn('content/data/places.csv', [
      place('TN14'),
      place('BS03', {
        name: 'A hilltop base',
        kind: 'base',
        lat: null,
        lon: null,
        coord_precision: 'none',
        pcode: null,
        captured_on: '2023-11',
        status_changed_on: null,
        status_source_ids: [],
      }),
    ]),
    events: rowsIn('content/timeline.csv', [
      {
        id: 't017',
        date: '2023-10-27',
        precision: 'day' as const,
        phase: 'launch' as const,
        event: 'The alliance attacks.',
        place: 'Northern Shan',
        place_ids: [],
        actor_ids: [],
        source_ids: ['irr-2024-01-06'],
        confidence: 'high' as const,
        note: null,
      },
    ]),
    claims: rowsIn(
      'content/claims.csv',
      Array.from({ length: 25 }, (_, index) => claimRow(index + 1)),
    ),
    terms: rowsIn('content/glossary.csv', [
      {
        id: 'mndaa',
        term: 'MNDAA',
        expansion: 'Myanmar National Democratic Alliance Army',
        definition: 'The armed group of Kokang.',
        forms: [],
        source_ids: ['irr-2024-01-06'],
        note: null,
      },
    ]),
    statements: rowsIn('content/statements.csv', [
      {
        id: 'n-kokang-ceded',
        statement: 'China ceded Kokang to British India in 1897.',
        source_ids: ['irr-2024-01-06'],
        confidence: 'high' as const,
        note: null,
      },
    ]),
    assessments: rowsIn('content/assessments.csv', [
      {
        id: 'v-lee',
        date: '2023-11',
        date_note: null,
        who: 'Ronan Lee',
        affiliation: null,
        leaning: 'for' as const,
        assessment: 'The military might be in a death spiral.',
        source_ids: ['irr-2024-01-06'],
        note: null,
        telling: true,
      },
    ]),
    actors: new Map([['mndaa', mndaa()]]),
    cards: new Map(CARD_IDS.map((id) => [id, cardOf(id)])),
    figures: new Map([['positions-lost', positionsLost()]]),
    safeLines: new Map(
      [...Object.values(datasets).flatMap((rows) => [...rows.keys()]), 'd-idp-rise'].map((id) => [
        id,
        { id, write: `In 2023 it was {${id}}, somebody counted.`, brief: false, own_page: false },
      ]),
    ),
    casualties: new Map(),
    firstGiven: new Map(),
    briefs: new Map(),
    strip: {
      phases: ['background', 'launch', 'spread'].map((id) => ({ id, title: id })),
      named: [],
    },
    keyNumbers: new Map([
      [
        'displaced',
        {
          id: 'displaced',
          number: 'A21',
          tone: 'displaced',
          label: 'people newly displaced',
          caveat: 'The figure at the end of the year is lower: {A22|bare}.',
        },
      ],
    ]),
    changes: new Map([
      [
        'change-first-edition',
        {
          id: 'change-first-edition',
          date: '2026-11-23',
          version: '1.0.0',
          kind: 'first-edition',
          where: [],
          text: 'First edition of this explainer.',
        },
      ],
    ]),
    hosts: new Map(),
    ...maps(),
  };
}

/** Puts one row or card of the ledger in place of another with some fields changed. */
export function change<T extends object>(kind: Map<string, T>, id: string, fields: Partial<T>): void {
  Object.assign(kind.get(id) as T, fields);
}

/** Breaks a sound ledger in one way and returns the problems that the checks find. */
export function problemsAfter(breakIt: (ledger: Ledger) => void): string[] {
  const ledger = smallLedger();
  breakIt(ledger);
  return [...checkRows(ledger), ...changesHold(ledger)].map(describeProblem);
}

/** Returns the invented `site.yaml`, without the ends of the record, which follow from the rows. */
export function smallSite(): SiteCard {
  const { dataDate: _dataDate, latestEvent: _latestEvent, ...card } = smallLedger().site;
  return card;
}
