import { columnChecks } from '../../../src/data/datasets.ts';
import type { CardId, Ledger } from '../../../src/data/ledger.ts';
import type { Actor } from '../../../src/data/schemas/actor.ts';
import type { Card } from '../../../src/data/schemas/dataset-card.ts';
import { figureCard } from '../../../src/data/schemas/figure.ts';

/** Makes the card of the site of the invented ledger, with the ends of its record. */
export function site(): Ledger['site'] {
  return {
    title: 'Operation 1027: an explainer',
    name: 'Operation 1027',
    tagline: 'An offensive in Myanmar and what became of it',
    standfirst:
      'In October 2023 three armed groups attacked; {B007|bare} positions fell and people were newly displaced within days.',
    orientation: 'Operation 1027: three armed groups attacked Myanmar’s military in October 2023.',
    subject: 'Operation 1027 in Myanmar, from October 2023',
    country: 'Myanmar',
    keywords: ['Myanmar'],
    report: {
      name: 'first report',
      in_full: 'The Agency of November 2023',
      title: 'How the first report aged',
      lead: 'Each claim of the first report is held against what is known since.',
    },
    own_tones: {},
    actor_groups: ['The alliance'],
    description: 'What happened after 27 October 2023, to {A21} people among others.',
    publisher: null,
    contact: null,
    dataDate: '2025-04-22',
    latestEvent: '2023-10',
    began: '2023-10-27',
    version: '1.0.0',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
}

/** Makes a claim of the invented ledger. */
export function claimRow(number: number) {
  const id = `claim-${String(number).padStart(2, '0')}`;
  return {
    id,
    claim: number === 1 ? 'The offensive advanced very quickly.' : `It advanced quickly in week ${number}.`,
    attributed_to: 'AP narrative',
    figure: null,
    unit: null,
    paragraph: '1',
    actor_ids: [],
    source_ids: ['irr-2024-01-06'],
    evidence_since: null,
    kind: 'contested claim' as const,
    verdict: 'held up' as const,
    verdict_reason: 'The pace is confirmed for the first weeks.',
    telling: number === 1,
  };
}

/** Makes the one group of the invented ledger. */
export function mndaa(): Actor {
  return {
    id: 'mndaa',
    name: 'Myanmar National Democratic Alliance Army',
    abbreviation: 'MNDAA',
    scripts: [{ text: '缅甸民族民主同盟军', lang: 'zh-Hans' }],
    other_names: ['Kokang Army'],
    tone: 'alliance',
    group: 'The alliance',
    type: 'ethnic armed organisation',
    strength: [{ text: 'about 8,000 (AFP, December 2024)', sources: ['irr-2024-01-06'] }],
    sources: ['irr-2024-01-06'],
    card: 'Led the campaign around Kokang.',
  };
}

/** Datasets whose rows have no dates, so that the card says how far they reach. */
const WITHOUT_DATES: readonly string[] = ['actors', 'glossary', 'claims', 'statements'];

/** Makes the card of a dataset. */
export function cardOf(id: CardId): Card {
  return {
    id,
    title: `Dataset ${id}`,
    what: 'What this dataset is, in one or two sentences.',
    row: 'one observation',
    unit: 'people',
    columns: Object.fromEntries(Object.keys(columnChecks(id)).map((name) => [name, `What ${name} means`])),
    origin: 'Read in published documents.',
    licence: 'CC BY 4.0',
    caveats: ['Counts differ between sources.'],
    missing: 'Where nothing was published.',
    ...(WITHOUT_DATES.includes(id) && { last_data: '2026-06-10' }),
  };
}

/** Makes the card of the one figure of the invented ledger. */
export function positionsLost() {
  return figureCard.parse({
    id: 'positions-lost',
    name: 'Positions reported lost',
    number: 1,
    section: 'losses',
    title: 'Claims of lost positions climb past {B007|bare}, and differ',
    shared: 'Myanmar, late 2023: claims of lost positions climb past {B007|bare}, and differ',
    subtitle: 'Military positions reported lost, November 2023',
    alt: 'Dots for each published count of positions lost',
    summary:
      'The alliance said it had taken {B007|bare} positions by 5 November 2023; the independent count was {B017}.',
    how_we_know: 'Each mark is a count that one source published; none of them was verified by anybody.',
    table: 'military positions reported lost',
    notes: ['One weak count (A14, {A14|bare}) is shown in the table only.'],
    dataset: 'positions',
    lines: [{ id: 'alliance-said', label: "The alliance's own statements", tone: 'alliance', rows: ['B005', 'B007'] }],
    dots: [{ id: 'independent', label: 'The only independent count', tone: 'ink', rows: ['B017'] }],
    table_only: [{ label: 'Too weak to draw', rows: ['B023'] }],
    annotations: [
      { at: 'B007', text: '{B007}, 5 Nov' },
      { at: 'independent', text: 'the independent count' },
      { at: '2023-11-14', text: 'the count widens', kind: 'remark' },
    ],
  });
}
