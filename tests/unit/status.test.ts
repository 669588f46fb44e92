import { describe, expect, it } from 'vitest';
import { formatLatestState } from '../../src/data/places.ts';
import { place } from './kit/rows.ts';

describe('the last thing known of a gate', () => {
  const gate = (changes: Parameters<typeof place>[1]) =>
    place('BX01', {
      kind: 'border-crossing',
      status_latest: 'held',
      status_changed_on: null,
      held_seen_on: '2026-01',
      ...changes,
    });

  it('names the last sighting, and after it when trade resumed', () => {
    expect(formatLatestState(gate({}))).toBe('reported held, Jan 2026');
    expect(formatLatestState(gate({ trade_resumed_on: '2024-03-11' }))).toBe(
      'reported held, Jan 2026; trade resumed 11 Mar 2024',
    );
    expect(
      formatLatestState(gate({ status_latest: 'no-change-seen', held_seen_on: null, trade_resumed_on: '2024-11' })),
    ).toBe('no later change seen; trade resumed Nov 2024');
  });

  it('keeps a change of hands and the return of trade apart', () => {
    expect(formatLatestState(gate({ status_latest: 'held-or-joint', status_changed_on: '2024-11' }))).toBe(
      'held, or held jointly with the military, Jan 2026; joint control reported Nov 2024',
    );
    expect(
      formatLatestState(
        gate({ status_latest: 'held-or-joint', status_changed_on: '2024-11', trade_resumed_on: '2025-02' }),
      ),
    ).toBe(
      'held, or held jointly with the military, Jan 2026; joint control reported Nov 2024; trade resumed Feb 2025',
    );
    expect(
      formatLatestState(
        gate({
          status_latest: 'retaken',
          status_changed_on: '2025-07-16',
          held_seen_on: null,
          trade_resumed_on: '2024-11',
        }),
      ),
    ).toBe('retaken by the military, 16 Jul 2025; trade resumed Nov 2024');
  });

  it('never takes a day on which a gate changed hands for one of trade', () => {
    expect(formatLatestState(gate({ status_changed_on: '2024-03-11' }))).not.toMatch(/trade/);
    expect(
      formatLatestState(gate({ status_latest: 'handed-back', status_changed_on: '2024-03-11', held_seen_on: null })),
    ).toBe('handed back to the military, 11 Mar 2024');
  });
});
