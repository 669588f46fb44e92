import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import { change, problemsAfter } from './kit/ledger.ts';

describe('what cannot be of a place is reported where it stands', () => {
  const cases: [string, (ledger: Ledger) => void, string][] = [
    [
      'a status from an unknown source',
      (l) => change(l.places, 'TN14', { status_source_ids: ['nobody'] }),
      'content/data/places.csv:2 "status_source_ids": found "nobody"; expected an id in content/sources.csv',
    ],
    [
      'a place retaken before it fell',
      (l) => change(l.places, 'TN14', { status_changed_on: '2024-07-24' }),
      'content/data/places.csv:2 "status_changed_on": found 2024-07-24, before captured_on 2024-07-25; expected a date on or after the capture',
    ],
    [
      'a range with one end',
      (l) => change(l.places, 'TN14', { captured_not_before: '2024-07-20' }),
      'content/data/places.csv:2 "captured_not_after": found nothing beside the other end; expected both ends of the range or neither',
    ],
    [
      'a range that ends before it begins',
      (l) => change(l.places, 'TN14', { captured_not_before: '2024-07-26', captured_not_after: '2024-07-20' }),
      'content/data/places.csv:2 "captured_not_after": found 2024-07-20, before captured_not_before 2024-07-26; expected a date on or after it',
    ],
    [
      'a capture outside its range',
      (l) => change(l.places, 'TN14', { captured_not_before: '2024-07', captured_not_after: '2024-07-20' }),
      'content/data/places.csv:2 "captured_on": found 2024-07-25; expected a date within 2024-07 to 2024-07-20, as captured_not_before and captured_not_after say',
    ],
    [
      'a change of hands outside its range',
      (l) => change(l.places, 'TN14', { changed_not_before: '2025-05', changed_not_after: '2025-06' }),
      'content/data/places.csv:2 "status_changed_on": found 2025-04-22; expected a date within 2025-05 to 2025-06, as changed_not_before and changed_not_after say',
    ],
    [
      'a place held without a report',
      (l) => change(l.places, 'TN14', { status_latest: 'held' }),
      'content/data/places.csv:2 "held_seen_on": found nothing beside "held"; expected the date of the report that says so',
    ],
    [
      'a report of holding beside another state',
      (l) => change(l.places, 'TN14', { held_seen_on: '2025' }),
      'content/data/places.csv:2 "held_seen_on": found 2025 beside "handed-back"; expected nothing, unless the state is held or held-or-joint',
    ],
    [
      'a place seen held before it fell',
      (l) => change(l.places, 'TN14', { status_latest: 'held', held_seen_on: '2023' }),
      'content/data/places.csv:2 "held_seen_on": found 2023, before captured_on 2024-07-25; expected a date on or after the capture',
    ],
    [
      'trade that resumes in a town',
      (l) => change(l.places, 'TN14', { trade_resumed_on: '2024-11' }),
      'content/data/places.csv:2 "trade_resumed_on": found 2024-11 beside the kind "town"; expected nothing, unless the kind is border-crossing',
    ],
    [
      'trade that resumes at a gate before it fell',
      (l) => change(l.places, 'TN14', { kind: 'border-crossing', trade_resumed_on: '2024-06' }),
      'content/data/places.csv:2 "trade_resumed_on": found 2024-06, before captured_on 2024-07-25; expected a date on or after the capture',
    ],
    [
      'a name in addresses used twice',
      (l) => change(l.places, 'BS03', { slug: 'lashio' }),
      'content/data/places.csv:3 "slug": found "lashio" again; expected a name used once (first at content/data/places.csv:2)',
    ],
    [
      'a latitude alone',
      (l) => change(l.places, 'TN14', { lon: null }),
      'content/data/places.csv:2 "lon": found nothing beside a lat; expected both degrees or neither',
    ],
    [
      'a point outside the country',
      (l) => change(l.places, 'TN14', { lat: 32.9 }),
      'content/data/places.csv:2 "lat": found 32.9, 97.7498, 990 km outside Shan (North); expected a point in it, or at most 6 km outside its outline in content/geo/boundaries.json',
    ],
    [
      'a precision without a point',
      (l) => change(l.places, 'BS03', { coord_precision: 'approximate' }),
      'content/data/places.csv:3 "coord_precision": found "approximate" with no point; expected "none" where there is no point, and only there',
    ],
    [
      'a point without a precision',
      (l) => change(l.places, 'TN14', { coord_precision: 'none' }),
      'content/data/places.csv:2 "coord_precision": found "none" with a point; expected "none" where there is no point, and only there',
    ],
    [
      'a captor that is misspelt',
      (l) => change(l.places, 'TN14', { captor_ids: ['mnda'] }),
      'content/data/places.csv:2 "captor_ids": found "mnda"; expected perhaps mndaa; one of mndaa, other',
    ],
  ];
  it.each(cases)('%s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([expected]);
  });
});
