import { describe, expect, it } from 'vitest';
import { warnings } from '../../src/data/checks/check-rows.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Derivation } from '../../src/data/schemas/derivation.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';
import { observation, rowsIn, source } from './kit/rows.ts';

describe('a sound ledger', () => {
  it('has no problems', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it('may have a term and an actor of the same id', () => {
    const ledger = smallLedger();
    expect([ledger.terms.has('mndaa'), ledger.actors.has('mndaa')]).toEqual([true, true]);
  });
});

describe('each rule, broken alone, is reported where it is broken', () => {
  const cases: [string, (ledger: Ledger) => void, string][] = [
    [
      'an id used for a number and an event',
      (l) => l.events.set('A21', { ...l.events.get('t017')!, id: 'A21', line: 9 }),
      'content/timeline.csv:9 "id": found "A21" again; expected an id used once (first at content/data/displacement.csv:3)',
    ],
    [
      'an id used for an event and a place',
      (l) => l.places.set('t017', { ...l.places.get('TN14')!, id: 't017', slug: 'other', pcode: null }),
      'content/data/places.csv:2 "id": found "t017" again; expected an id used once (first at content/timeline.csv:2)',
    ],
    [
      'an id used for a number and a term',
      (l) => l.terms.set('A21', { ...l.terms.get('mndaa')!, id: 'A21' }),
      'content/glossary.csv:2 "id": found "A21" again; expected an id used once (first at content/data/displacement.csv:3)',
    ],
    [
      'an id used for a number and an actor',
      (l) => l.actors.set('A21', { ...l.actors.get('mndaa')!, id: 'A21' }),
      'content/actors.yaml "id": found "A21" again; expected an id used once (first at content/data/displacement.csv:3)',
    ],
    [
      'a number from an unknown source',
      (l) => change(l.observations, 'A21', { source_ids: ['un-flash10', 'un-flash99'] }),
      'content/data/displacement.csv:3 "source_ids": found "un-flash99"; expected an id in content/sources.csv',
    ],
    [
      'a status from an unknown source',
      (l) => change(l.places, 'TN14', { status_source_ids: ['nobody'] }),
      'content/data/places.csv:2 "status_source_ids": found "nobody"; expected an id in content/sources.csv',
    ],
    [
      'an assessment from an unknown source',
      (l) => change(l.assessments, 'v-lee', { source_ids: ['nobody'] }),
      'content/assessments.csv:2 "source_ids": found "nobody"; expected an id in content/sources.csv',
    ],
    [
      'an actor from an unknown source',
      (l) => change(l.actors, 'mndaa', { sources: ['nobody'] }),
      'content/actors.yaml "sources": found "nobody"; expected an id in content/sources.csv',
    ],
    [
      'a strength from an unknown source',
      (l) => change(l.actors, 'mndaa', { strength: [{ text: 'many', sources: ['nobody'] }] }),
      'content/actors.yaml "strength.0.sources": found "nobody"; expected an id in content/sources.csv',
    ],
    [
      'a precision that is not that of the date',
      (l) => change(l.events, 't017', { date: '2023-10' }),
      'content/timeline.csv:2 "precision": found "day" for 2023-10; expected "month", as the date is written',
    ],
    [
      'a bound beside an exact day',
      (l) => change(l.observations, 'A21', { not_before: '2023-12-10' }),
      'content/data/displacement.csv:3 "not_before": found 2023-12-10 beside the exact day 2023-12-15; expected nothing, since as_of has a day',
    ],
    [
      'bounds in the wrong order',
      (l) => change(l.observations, 'A14', { not_before: '2023-11-28', not_after: '2023-11-20' }),
      'content/data/displacement.csv:2 "not_before": found 2023-11-28 after not_after 2023-11-20; expected not_before no later than not_after',
    ],
    [
      'a bound outside the month',
      (l) => change(l.observations, 'A14', { not_after: '2023-12-02' }),
      'content/data/displacement.csv:2 "not_after": found 2023-12-02; expected a date within 2023-11, which as_of names',
    ],
    [
      'a number published before its day',
      (l) => (
        change(l.sources, 'un-flash10', { published: null }),
        change(l.observations, 'A21', { published: '2023-12-14' })
      ),
      'content/data/displacement.csv:3 "published": found 2023-12-14, before as_of 2023-12-15; expected a date on or after the day the number describes',
    ],
    [
      'half a person',
      (l) => change(l.observations, 'A21', { value: 660_000.5 }),
      'content/data/displacement.csv:3 "value": found 660000.5 people; expected a whole number, or a unit that begins with "per cent"',
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
      'an event at an unknown place',
      (l) => change(l.events, 't017', { place_ids: ['TN99'] }),
      'content/timeline.csv:2 "place_ids": found "TN99"; expected the id of a row in content/data/places.csv',
    ],
    [
      'an event of an unknown group',
      (l) => change(l.events, 't017', { actor_ids: ['nobody'] }),
      'content/timeline.csv:2 "actor_ids": found "nobody"; expected the id of a group in content/actors.yaml',
    ],
    [
      'a claim about an unknown group',
      (l) => change(l.claims, 'claim-01', { actor_ids: ['nobody'] }),
      'content/claims.csv:2 "actor_ids": found "nobody"; expected the id of a group in content/actors.yaml',
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
      'a claim that is not the next one',
      (l) => l.claims.set('claim-27', { ...l.claims.get('claim-01')!, id: 'claim-27', line: 27 }),
      'content/claims.csv:27 "id": found "claim-27"; expected claim-26: claims are numbered from claim-01 in the order of the file, without a gap; a new one is the last',
    ],
    [
      'a claim that is gone',
      (l) => l.claims.delete('claim-07'),
      'content/claims.csv:9 "id": found "claim-08"; expected claim-07: claims are numbered from claim-01 in the order of the file, without a gap; a new one is the last',
    ],
    [
      'a group under a heading of its own',
      (l) =>
        l.actors.set('wa', {
          ...l.actors.get('mndaa')!,
          id: 'wa',
          name: 'Wa',
          abbreviation: 'WA',
          group: 'The aliance',
        }),
      'content/actors.yaml "group": found "The aliance"; expected one of "The alliance", the actor_groups of content/site.yaml',
    ],
    [
      'a heading of who is who without a group',
      (l) => l.site.actor_groups.push('Mediators'),
      'content/site.yaml "actor_groups.1": found "Mediators"; expected the group of an entry of content/actors.yaml',
    ],
    [
      'a colour for a group that does not exist',
      (l) => (l.site.own_tones['tnlb'] = 'tnla'),
      'content/site.yaml "own_tones.tnlb": found "tnlb"; expected the id of a group in content/actors.yaml',
    ],
    [
      'a captor that is misspelt',
      (l) => change(l.places, 'TN14', { captor_ids: ['mnda'] }),
      'content/data/places.csv:2 "captor_ids": found "mnda"; expected perhaps mndaa; one of mndaa, other',
    ],
    [
      'a count of casualties that does not exist',
      (l) => l.casualties.set('D99', { id: 'D99', fate: 'killed', period: 'two days' }),
      'content/casualties.yaml "id": found "D99"; expected the id of a row in content/data',
    ],
    [
      'a named event that does not exist',
      (l) => l.strip.named.push({ id: 't999', text: 'the end' }),
      'content/timeline-strip.yaml "named.0.id": found "t999"; expected the id of a row in content/timeline.csv',
    ],
    [
      'a prominent place that a figure does not draw',
      (l) => change(l.figures, 'positions-lost', { prominent: ['TN14'] }),
      'content/figures/positions-lost.yaml "prominent.0": found "TN14"; expected the id of a place that the figure draws',
    ],
    [
      'a key number that does not exist',
      (l) => change(l.keyNumbers, 'displaced', { number: 'A99' }),
      'content/key-numbers.yaml "number": found "A99"; expected the id of a row in content/data',
    ],
    [
      'a weak key number',
      (l) => change(l.keyNumbers, 'displaced', { number: 'A14' }),
      'content/key-numbers.yaml "number": found "A14" of low confidence; expected a row of high or medium confidence',
    ],
    [
      'a description that names no number',
      (l) => (l.site.description = 'What {A99} people went through.'),
      'content/site.yaml "description": found "{A99}"; expected the id of a number in content/data or content/derived.yaml',
    ],
    [
      'a reference in a form nobody knows',
      (l) => (l.site.description = 'What {A21|round} people went through.'),
      'content/site.yaml "description": found "{A21|round}"; expected a reference such as {A21} or {A21|bare}',
    ],
    [
      'a reference in a title',
      (l) => (l.site.title = 'About {A21} people'),
      'content/site.yaml "title": found "About {A21} people"; expected words without references',
    ],
    [
      'a reference in a label of a key number',
      (l) => change(l.keyNumbers, 'displaced', { label: 'people, {A99} of them' }),
      'content/key-numbers.yaml "label": found "{A99}"; expected the id of a number in content/data or content/derived.yaml',
    ],
    [
      'a reference in what a change lists',
      (l) => change(l.changes, 'change-first-edition', { where: ['{A21}'] }),
      'content/changes.yaml "where": found "{A21}"; expected words without references',
    ],
    [
      'a note that names no row',
      (l) => change(l.observations, 'A21', { note: 'Lower than A99.' }),
      'content/data/displacement.csv:3 "note": found "A99"; expected the id of a row, or words that do not look like one',
    ],
    [
      'a note that names no fact',
      (l) => change(l.observations, 'A21', { note: 'See f-nothing and t999, t017.' }),
      'content/data/displacement.csv:3 "note": found "f-nothing"; expected the id of a row, or words that do not look like one',
    ],
    [
      'a version that no change brought',
      (l) => (l.site.version = '1.1.0'),
      'content/site.yaml "version": found "1.1.0"; expected "1.0.0", the version of the newest entry in content/changes.yaml',
    ],
  ];
  it.each(cases)('%s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([expected]);
  });

  it('lets a date that is only known by its month begin before another', () => {
    expect(
      problemsAfter((l) => change(l.places, 'TN14', { captured_on: '2024-07-25', status_changed_on: '2024-07' })),
    ).toEqual([]);
    expect(
      problemsAfter((l) => change(l.places, 'TN14', { kind: 'border-crossing', trade_resumed_on: '2024-07' })),
    ).toEqual([]);
    expect(problemsAfter((l) => change(l.observations, 'A21', { published: '2023-12' }))).toEqual([]);
  });

  it('takes units and weapons in a note for what they are', () => {
    expect(
      problemsAfter((l) =>
        change(l.observations, 'A21', {
          note: 'MOC-16 and LID 99 lost T-72 tanks; lower than A22 (B17), after t017 in TN14.',
        }),
      ),
    ).toEqual([]);
  });

  it('lists the newest change first', () => {
    const older = { ...smallLedger().changes.get('change-first-edition')!, id: 'change-typo', date: '2026-12-01' };
    expect(problemsAfter((l) => l.changes.set(older.id, older))).toEqual([
      'content/changes.yaml "date": found 2026-12-01 below 2026-11-23; expected the newest change first',
    ]);
  });
});

describe('computed numbers', () => {
  const cases: [string, (ledger: Ledger) => void, string][] = [
    [
      'an input that does not exist',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B99'] }),
      '"of.1": found "B99"; expected the id of a row in content/data',
    ],
    [
      'a difference of three',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B17', 'B17'] }),
      '"of": found 3 ids; expected two for "difference"',
    ],
    [
      'people less positions',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B007'] }),
      '"of": found the units "people" and "positions"; expected rows of one unit',
    ],
    [
      'a weak input',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'A14'], qualifier: 'about' }),
      '"of.1": found "A14" of low confidence; expected rows of high or medium confidence',
    ],
    [
      'a share of nothing',
      (l) => {
        change(l.observations, 'B17', { value: 0 });
        change(l.observations, 'B25', { value: 1 });
        change(l.derivations, 'd-idp-rise', { kind: 'share', unit: 'per cent of them' });
      },
      '"of.1": found "B17", which is 0; expected a number to divide by',
    ],
  ];
  it.each(cases)('refuse %s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([`content/derived.yaml ${expected}`]);
  });

  const share: Partial<Derivation> = { kind: 'share', of: ['B17', 'B25'], unit: 'per cent of the total' };
  const ofTotal = (fields: Partial<Derivation>) => (l: Ledger) =>
    change(l.derivations, 'd-idp-rise', { ...share, ...fields });
  it.each<[string, (ledger: Ledger) => void, string]>([
    [
      'more exact than its rows',
      (l) => change(l.observations, 'B17', { qualifier: 'estimated' }),
      '"qualifier": found "exact" with "B17", which is "estimated"; expected a hedge such as "about", which its rows pass on',
    ],
    [
      'a share of another thing',
      ofTotal({ of: ['B007', 'B25'] }),
      '"of": found the units "positions" and "people"; expected rows of one unit',
    ],
    [
      'a share larger than the whole',
      ofTotal({ of: ['B25', 'B17'] }),
      '"of": found "B25" (2625000) as a part of "B17" (1976400); expected the part first, then the whole',
    ],
    [
      'a share of people in people',
      ofTotal({ unit: 'people' }),
      '"unit": found "people"; expected a unit that begins with "per cent"',
    ],
  ])('refuse %s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([`content/derived.yaml ${expected}`]);
  });

  it('may be a share, or hedge what its rows hedge', () => {
    expect(problemsAfter(ofTotal({}))).toEqual([]);
    expect(
      problemsAfter(
        (l) => (
          change(l.observations, 'B17', { qualifier: 'estimated' }),
          change(l.derivations, 'd-idp-rise', { qualifier: 'about' })
        ),
      ),
    ).toEqual([]);
  });

  it('may be a sum of three', () => {
    expect(
      problemsAfter((l) =>
        change(l.derivations, 'd-idp-rise', { kind: 'sum', of: ['A21', 'A22', 'B25'], qualifier: 'about' }),
      ),
    ).toEqual([]);
  });
});

describe('dataset cards', () => {
  it('are there for every dataset', () => {
    expect(problemsAfter((l) => l.cards.delete('places'))).toEqual([
      'content/data/places.yaml: found no such file; expected a card for this dataset',
    ]);
  });

  it('stand for a dataset that exists', () => {
    expect(problemsAfter((l) => l.cards.set('weather', { ...l.cards.get('places')!, id: 'weather' }))[0]).toContain(
      'content/data/weather.yaml "id": found "weather"; expected one of displacement,',
    );
  });

  it('describe every column', () => {
    expect(problemsAfter((l) => delete l.cards.get('places')!.columns['lat'])).toEqual([
      'content/data/places.yaml "columns": found no "lat"; expected every column of the file, described',
    ]);
  });

  it('describe no column that is not there', () => {
    expect(problemsAfter((l) => (l.cards.get('places')!.columns['height'] = 'metres'))[0]).toContain(
      '"columns.height": found "height"; expected one of id, slug, name,',
    );
  });

  it('leave to the rows how far these reach, where rows have dates', () => {
    expect(problemsAfter((l) => change(l.cards, 'displacement', { last_data: '2023-12-30' }))).toEqual([
      'content/data/displacement.yaml "last_data": found 2023-12-30; expected no such field: it is computed from the dates of the rows',
    ]);
  });

  it('give a date where rows have none', () => {
    expect(problemsAfter((l) => change(l.cards, 'glossary', { last_data: 'spring of 2026' }))).toEqual([
      'content/data/glossary.yaml "last_data": found "spring of 2026"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD',
    ]);
  });
});

describe('warnings', () => {
  it('are silent where every source is used', () => {
    expect(warnings(smallLedger())).toEqual([]);
  });

  it('name sources that nothing uses', () => {
    const ledger = smallLedger();
    ledger.sources = rowsIn('content/sources.csv', [...ledger.sources.values(), source('un-flash11')]);
    expect(warnings(ledger)).toEqual(['1 of 5 sources are used nowhere: un-flash11']);
  });

  it('take a row of any kind as use', () => {
    const ledger = smallLedger();
    ledger.sources = rowsIn('content/sources.csv', [...ledger.sources.values(), source('un-flash11')]);
    ledger.observations.set('A30', {
      ...observation('A30', { source_ids: ['un-flash11'] }),
      file: 'content/data/displacement.csv',
      line: 9,
    });
    expect(warnings(ledger)).toEqual([]);
  });
});
