import { describe, expect, it } from 'vitest';
import { sideOf, type DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import { tenureOf } from '../../../src/figures/shared/tenures.ts';
import { lastDay } from '../../../src/data/schemas/dates.ts';
import { cardOf, drawnRows, ledger } from './kit.ts';

const card = cardOf('taken-and-returned');
const towns = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
const isBack = ({ status_latest }: DatedPlace) => ['retaken', 'handed-back'].includes(status_latest);

describe('the rows of taken-and-returned', () => {
  it('are every dated town that is not weak and was wholly taken, under its region, in the order of capture', () => {
    const wanted = [...ledger.places.values()].filter(
      ({ kind, captured_on, confidence, id }) =>
        kind === 'town' && captured_on !== null && confidence !== 'low' && id !== 'TN64',
    );
    const advice = 'put the town under places of its region, by day, in content/figures/taken-and-returned.yaml';
    expect(drawnRows(card).sort(), advice).toEqual(wanted.map(({ id }) => id).sort());
    for (const { label, rows } of card.places) {
      expect([...new Set(rows.map((id) => ledger.places.get(id)!.state_region))]).toEqual([label]);
      const days = rows.map((id) => lastDay(ledger.places.get(id)!.captured_on!));
      expect(days, advice).toEqual([...days].sort());
    }
    expect(card.places_listed.flatMap(({ rows }) => rows).sort()).toEqual(['TN18', 'TN26', 'TN64']);
  });

  it('bear out title and caveat: most northern Shan and Mandalay towns lost in the second phase came back from April 2025, none in Rakhine, Chin and Kachin', () => {
    expect(card.title).toBe(
      'The military is reported back in most northern Shan and Mandalay towns lost from mid-2024',
    );
    const second = [...ledger.places.values()].filter(
      ({ kind, captured_on, state_region }) =>
        kind === 'town' &&
        ['Shan (North)', 'Mandalay'].includes(state_region) &&
        captured_on !== null &&
        (captured_on === '2024' || captured_on >= '2024-06'),
    );
    const back = second.filter(({ status_latest }) => status_latest === 'retaken' || status_latest === 'handed-back');
    expect(back.length).toBeGreaterThan(second.length / 2);
    expect(second.filter((place) => !back.includes(place)).map(({ name }) => name)).toEqual(['Mabein']);
    expect(card.summary).toContain('only Mabein is not reported back');
    expect(back.map((place) => place.status_changed_on ?? place.changed_not_before!).sort()[0]! >= '2025-04').toBe(
      true,
    );
    expect(
      [...ledger.places.values()].filter(
        (place) =>
          place.kind === 'town' &&
          ['Rakhine', 'Chin', 'Kachin'].includes(place.state_region) &&
          ['retaken', 'handed-back'].includes(place.status_latest),
      ),
    ).toEqual([]);
    const first = towns.filter(
      ({ captured_on, state_region }) => state_region === 'Shan (North)' && captured_on < '2024-06',
    );
    expect(first.filter(isBack)).toEqual([]);
  });
});

describe('whose colour a place carries', () => {
  it.each([
    [['mndaa'], 'alliance'],
    [['alliance'], 'alliance'],
    [['tnla', 'pdf'], 'tnla'],
    [['kia'], 'resistance'],
    [['other', 'arakan-army'], 'resistance'],
  ])('is decided by the force named first: %s', (captor_ids, side) => {
    expect(sideOf(ledger, { captor_ids })).toBe(side);
  });
});

describe('a place that was held jointly with the military', () => {
  it('is unsure from that report to the last sighting, and open after it', () => {
    const gate = ledger.places.get('BX04') as DatedPlace;
    expect(tenureOf(gate, '2026-06-10').segments).toEqual([
      { certainty: 'unsure', from: '2023-11-25', to: '2023-11-26' },
      { certainty: 'sure', from: '2023-11-26', to: '2024-11-01' },
      { certainty: 'unsure', from: '2024-11-01', to: '2026-01-31' },
      { certainty: 'open', from: '2026-01-31', to: '2026-06-10' },
    ]);
  });
});
