import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import {
  claimsAboutActor,
  eventsAtPlace,
  eventsOfActor,
  placeMentions,
  placesAtSamePoint,
  placesTakenBy,
} from '../../src/site/mentions.ts';
import { groupPlaces, formatPoint } from '../../src/data/places.ts';
import { spellOutRows } from '../../src/data/row-references.ts';
import type { Actor } from '../../src/data/schemas/actor.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { projectWith } from './kit/project.ts';
import { place, rowsIn } from './kit/rows.ts';

function withPlaces(...places: ReturnType<typeof place>[]): Ledger {
  return { ...smallLedger(), places: rowsIn('content/data/places.csv', places) };
}

describe('a captor', () => {
  it('keeps its own words in the list of places, those of the group alone first', () => {
    const ledger = withPlaces(
      place('TN01', { captor: 'MNDAA and allies' }),
      place('TN02', { captor: 'MNDAA' }),
      place('TN03', { captor: 'TNLA', captor_ids: ['tnla'] }),
    );
    const taken = placesTakenBy(ledger, ledger.actors.get('mndaa') as Actor);
    expect(taken.map(({ captor, places }) => [captor, places.map(({ id }) => id)])).toEqual([
      ['MNDAA', ['TN02']],
      ['MNDAA and allies', ['TN01']],
    ]);
  });
});

describe('links between rows', () => {
  it('lead from a place and from a group to the events that name them, and from a group to claims', () => {
    const ledger = smallLedger();
    change(ledger.events, 't017', { place_ids: ['TN14'], actor_ids: ['mndaa'] });
    change(ledger.claims, 'claim-02', { actor_ids: ['mndaa'] });
    expect(eventsAtPlace(ledger, { id: 'TN14' }).map(({ id }) => id)).toEqual(['t017']);
    expect(eventsAtPlace(ledger, { id: 'BS03' })).toEqual([]);
    expect(eventsOfActor(ledger, { id: 'mndaa' }).map(({ id }) => id)).toEqual(['t017']);
    expect(claimsAboutActor(ledger, { id: 'mndaa' }).map(({ id }) => id)).toEqual(['claim-02']);
  });

  it('lead from a place to the sections and figures that show it', () => {
    const root = projectWith('<Places ids="TN14" caption="Towns" />');
    const ledger = smallLedger();
    change(ledger.figures, 'positions-lost', { number: 3, places_listed: [{ label: 'Bases', rows: ['BS03'] }] });
    const mentions = placeMentions(ledger, root);
    expect(mentions.get('TN14')?.map(({ href }) => href)).toEqual(['index.html#place-lashio']);
    expect(mentions.get('BS03')).toEqual([{ href: 'index.html#positions-lost-BS03', label: 'figure 3' }]);
  });

  it('lead between places at one point, never between places without one', () => {
    const ledger = withPlaces(
      place('TN01'),
      place('CM01'),
      place('TN02', { lat: 1, lon: 2 }),
      place('BS01', { lat: null, lon: null }),
      place('BS02', { lat: null, lon: null }),
    );
    const near = (id: string) => placesAtSamePoint(ledger, ledger.places.get(id)!).map((other) => other.id);
    expect([near('TN01'), near('CM01'), near('TN02'), near('BS01')]).toEqual([['CM01'], ['TN01'], [], []]);
  });

  it('name a place that a note gives by its id', () => {
    expect(spellOutRows(withPlaces(place('BX03', { name: 'The gate' })), 'dated otherwise (see BX03)')).toBe(
      'dated otherwise (see The gate)',
    );
  });
});

describe('the groups of places', () => {
  it('begin where a place was first taken; a month counts as its last day', () => {
    const rows = [
      place('TN01', { state_region: 'A', captured_on: '2023-11' }),
      place('TN02', { state_region: 'B', captured_on: '2023-11-28' }),
      place('TN03', { state_region: 'C', captured_on: null }),
    ];
    expect(groupPlaces(rows).map(({ name }) => name)).toEqual(['B', 'A', 'C']);
  });

  it('hold each place once, by kind', () => {
    const groups = groupPlaces([place('BS01', { kind: 'base' }), place('TN01'), place('BS02', { kind: 'base' })]);
    expect(groups).toMatchObject([
      {
        id: 'region-shan-north',
        kinds: [
          { title: 'Towns', places: [{ id: 'TN01' }] },
          { id: 'region-shan-north-base', title: 'Bases', places: [{ id: 'BS01' }, { id: 'BS02' }] },
        ],
      },
    ]);
  });
});

describe('a point in words', () => {
  it('says what it is the point of', () => {
    expect(formatPoint(place('TN01'))).toBe('22.9359° N, 97.7498° E (MIMU Place Codes release 9.6 (town point))');
  });

  it('does not look measured where it is not sourced', () => {
    expect(
      formatPoint(
        place('TN01', { lat: 24.06, lon: 98.0912, coord_precision: 'approximate', coord_source: 'not sourced' }),
      ),
    ).toBe('approximate: about 24.06° N, 98.09° E (not sourced)');
  });

  it('is not there where there is none', () => {
    expect(formatPoint(place('TN01', { lat: null, lon: null, coord_precision: 'none' }))).toBe('not established');
  });
});
