import { describe, expect, it } from 'vitest';
import { warnings } from '../../src/data/checks/check-rows.ts';
import type { Ledger } from '../../src/data/ledger.ts';
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
      (l) => l.events.set('A21', { ...l.events.get('t017')!, id: 'A21', event: 'Another.', line: 9 }),
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
      'a claim that is not the next one',
      (l) => l.claims.set('claim-27', { ...l.claims.get('claim-01')!, id: 'claim-27', claim: 'Another.', line: 27 }),
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
      (l) => (l.site.description = 'What {A21|roughly} people went through.'),
      'content/site.yaml "description": found "{A21|roughly}"; expected a reference such as {A21} or {A21|bare}',
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
    const older = { ...smallLedger().changes.get('change-first-edition')!, id: 'change-typo', date: '2026-11-24' };
    expect(problemsAfter((l) => l.changes.set(older.id, older))).toEqual([
      'content/changes.yaml "date": found 2026-11-24 below 2026-11-23; expected the newest change first',
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
