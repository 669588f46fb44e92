import { describe, expect, it } from 'vitest';
import type { DrawnPlace } from '../../src/figures/shared/drawn-places.ts';
import { returnedTowns, standingCounts, HOLDERS } from '../../src/figures/taken-and-returned/standings.ts';
import { place } from './kit/rows.ts';

const HELD: Partial<DrawnPlace> = { status_latest: 'held', status_changed_on: null };

function town(id: string, changes: Partial<DrawnPlace>): DrawnPlace {
  return {
    ...place(id, { captured_on: '2024-01-01', ...changes }),
    captured_on: '2024-01-01',
    side: 'alliance',
    ...changes,
  };
}

/** The count of a day as words: `2 alliance, 1 military`. */
function countOn(towns: DrawnPlace[], day: string): string {
  const count = standingCounts(towns).findLast((one) => one.day <= day);
  return HOLDERS.flatMap((holder) => (count && count[holder] > 0 ? [`${count[holder]} ${holder}`] : [])).join(', ');
}

describe('the count of towns by who has them', () => {
  it('counts a town from its capture, and does not take it off because nobody reports of it any more', () => {
    const towns = [town('seen', { ...HELD, held_seen_on: '2024-06-01' }), town('unseen', HELD)];
    expect(countOn(towns, '2023-12-31')).toBe('');
    expect(countOn(towns, '2024-05-31')).toBe('2 alliance');
    expect(countOn(towns, '2025-01-01')).toBe('2 alliance');
  });

  it('counts a town of which only the month is known from the last day of that month', () => {
    const towns = [town('month', { ...HELD, captured_on: '2024-07' })];
    expect(countOn(towns, '2024-07-30')).toBe('');
    expect(countOn(towns, '2024-07-31')).toBe('1 alliance');
  });

  it('moves a town to the military on the day of its return, whoever took it', () => {
    const back: Partial<DrawnPlace> = { status_latest: 'retaken', status_changed_on: '2025-04-01' };
    const towns = [town('a', back), town('b', { ...back, side: 'resistance' })];
    expect(countOn(towns, '2025-03-31')).toBe('1 alliance, 1 resistance');
    expect(countOn(towns, '2025-04-01')).toBe('2 military');
  });

  it('never counts a town that passed to others than the military, and leaves a contested one with those who took it', () => {
    const passed = town('passed', { status_latest: 'transferred-uwsa', status_changed_on: '2024-02-01' });
    const contested = town('contested', { status_latest: 'contested', status_changed_on: '2024-02-01' });
    expect(countOn([passed], '2024-01-31')).toBe('');
    expect(countOn([passed, contested], '2024-02-01')).toBe('1 alliance');
  });
});

describe('the towns that came back', () => {
  it('stand in the order of their return, by the last day that it can mean', () => {
    const towns = [
      town('by-march', {
        status_latest: 'handed-back',
        status_changed_on: null,
        changed_not_before: '2025-01',
        changed_not_after: '2025-03',
      }),
      town('february', { status_latest: 'retaken', status_changed_on: '2025-02-01' }),
      town('contested', { status_latest: 'contested', status_changed_on: '2025-01-01' }),
    ];
    expect(returnedTowns(towns).map(({ id }) => id)).toEqual(['february', 'by-march']);
  });
});
