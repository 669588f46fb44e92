import { describe, expect, it } from 'vitest';
import type { DrawnPlace } from '../../src/figures/shared/drawn-places.ts';
import { returnedTowns, standingCounts, STANDINGS } from '../../src/figures/taken-and-returned/standings.ts';
import { place } from './kit/rows.ts';

const END = '2026-01-01';
const HELD: Partial<DrawnPlace> = { status_latest: 'held', status_changed_on: null };

function town(id: string, changes: Partial<DrawnPlace>): DrawnPlace {
  return {
    ...place(id, { captured_on: '2024-01-01', ...changes }),
    captured_on: '2024-01-01',
    side: 'alliance',
    ...changes,
  };
}

/** The count of a day as words: `2 alliance, 1 alliance unreported`. */
function countOn(towns: DrawnPlace[], day: string, breaks: Parameters<typeof standingCounts>[2] = []): string {
  const count = standingCounts(towns, END, breaks).findLast((one) => one.day <= day);
  return STANDINGS.flatMap(({ holder, isReported }, index) => {
    const number = count?.towns[index] ?? 0;
    return number === 0 ? [] : [`${number} ${holder}${isReported ? '' : ' unreported'}`];
  }).join(', ');
}

describe('the count of towns by who has them', () => {
  it('counts a town from its capture, and as unreported after its last dated sighting', () => {
    const towns = [town('seen', { ...HELD, held_seen_on: '2024-06-01' }), town('unseen', HELD)];
    expect(countOn(towns, '2023-12-31')).toBe('');
    expect(countOn(towns, '2024-05-31')).toBe('1 alliance, 1 alliance unreported');
    expect(countOn(towns, '2025-01-01')).toBe('2 alliance unreported');
  });

  it('moves a town to the military on the day of its return, whoever took it', () => {
    const back: Partial<DrawnPlace> = { status_latest: 'retaken', status_changed_on: '2025-04-01' };
    const towns = [town('a', back), town('b', { ...back, side: 'resistance' })];
    expect(countOn(towns, '2025-03-31')).toBe('1 alliance, 1 resistance');
    expect(countOn(towns, '2025-04-01')).toBe('2 military');
  });

  it('counts a town no more that passed to others than the military', () => {
    const towns = [town('passed', { status_latest: 'transferred-uwsa', status_changed_on: '2024-02-01' })];
    expect(countOn(towns, '2024-01-31')).toBe('1 alliance');
    expect(countOn(towns, '2024-02-01')).toBe('');
  });

  it('gives a town to the military for the days on which it was back in between', () => {
    const towns = [town('broken', { ...HELD, held_seen_on: '2024-09-01' })];
    const breaks = [{ id: 'broken', from: '2024-03-01', to: '2024-03-10', told_by: ['broken'] }];
    expect(countOn(towns, '2024-02-29', breaks)).toBe('1 alliance');
    expect(countOn(towns, '2024-03-05', breaks)).toBe('1 military');
    expect(countOn(towns, '2024-03-10', breaks)).toBe('1 alliance');
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
    expect(returnedTowns(towns, END).map(({ place: { id } }) => id)).toEqual(['february', 'by-march']);
  });
});
