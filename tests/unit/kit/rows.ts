import type { Located } from '../../../src/data/csv.ts';
import type { Observation } from '../../../src/data/schemas/observation.ts';
import type { Place } from '../../../src/data/schemas/place.ts';
import type { Source } from '../../../src/data/schemas/source.ts';

/** Makes a source that looks like those of the register. */
export function source(id: string, changes: Partial<Source> = {}): Source {
  return {
    id,
    publisher: 'OCHA',
    title: 'Myanmar Humanitarian Update',
    title_seen: 'yes',
    published: '2023-12-15',
    published_note: null,
    updated: null,
    language: 'en',
    kind: 'un',
    url: `https://example.org/${id}`,
    copies: [],
    read: 'opening',
    weak: false,
    note: null,
    ...changes,
  };
}

/** Makes a published number of people displaced, by OCHA. */
export function observation(id: string, changes: Partial<Observation> = {}): Observation {
  return {
    id,
    series: 'since-1027',
    as_of: '2023-12-15',
    not_before: null,
    not_after: null,
    published: '2023-12-15',
    value: 660_000,
    qualifier: 'more-than',
    unit: 'people',
    scope: 'most conflict areas of the country',
    scope_id: 'nationwide',
    claimant: 'OCHA',
    claimant_id: 'ocha',
    definition: null,
    source_ids: ['un-flash10'],
    confidence: 'high',
    note: null,
    checked: null,
    ...changes,
  };
}

/** Makes a count of military positions by the alliance. */
export function positions(id: string, as_of: string, value: number, changes: Partial<Observation> = {}): Observation {
  return observation(id, {
    series: 'positions',
    as_of,
    published: null,
    value,
    unit: 'positions',
    scope: 'northern Shan',
    scope_id: 'northern-shan',
    claimant: 'the alliance',
    claimant_id: 'alliance',
    source_ids: ['irr-2024-01-06'],
    ...changes,
  });
}

/** Makes a town that changed hands. */
export function place(id: string, changes: Partial<Place> = {}): Place {
  return {
    id,
    slug: id === 'TN14' ? 'lashio' : id.toLowerCase(),
    name: 'Lashio',
    name_alt: ['La-sho'],
    name_my: 'လားရှိုး',
    kind: 'town',
    state_region: 'Shan (North)',
    township: 'Lashio',
    lat: 22.9359,
    lon: 97.7498,
    coord_source: 'MIMU Place Codes release 9.6 (town point)',
    coord_precision: 'town-point',
    pcode: 'MMR015001701',
    captured_on: '2024-07-25',
    captured_not_before: null,
    captured_not_after: null,
    captor: 'MNDAA',
    captor_ids: ['mndaa'],
    partial: false,
    status_latest: 'handed-back',
    status_changed_on: '2025-04-22',
    changed_not_before: null,
    changed_not_after: null,
    held_seen_on: null,
    trade_resumed_on: null,
    source_ids: ['xinhua-2025-04'],
    status_source_ids: ['xinhua-2025-04'],
    confidence: 'high',
    note: null,
    checked: null,
    ...changes,
  };
}

/** Returns rows by id, each with a line number as if they stood in `file`. */
export function rowsIn<T extends { id: string }>(file: string, rows: T[]): Map<string, Located<T>> {
  return new Map(rows.map((row, index) => [row.id, { ...row, file, line: index + 2 }]));
}
