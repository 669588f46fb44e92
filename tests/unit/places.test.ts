import { describe, expect, it } from 'vitest';
import {
  captureDays,
  changeDay,
  changeDays,
  datesKnown,
  formatLatestState,
  captureDay,
} from '../../src/data/places.ts';
import { place } from './kit/rows.ts';

const taken = (
  captured_on: string,
  captured_not_before: string | null = null,
  captured_not_after: string | null = null,
) => ({ captured_on, captured_not_before, captured_not_after });
const changed = (
  status_changed_on: string | null,
  changed_not_before: string | null = null,
  changed_not_after: string | null = null,
) => ({ status_changed_on, changed_not_before, changed_not_after });

describe('the days of a place', () => {
  it('span all that its sources say, each date as widely as it is written', () => {
    expect(captureDays(taken('2023-11-02'))).toEqual({ from: '2023-11-02', to: '2023-11-02' });
    expect(captureDays(taken('2023-11-02', '2023-10-31', '2024-01-07'))).toEqual({
      from: '2023-10-31',
      to: '2024-01-07',
    });
    expect(changeDays(changed('2025-07'))).toEqual({ from: '2025-07-01', to: '2025-07-31' });
    expect(changeDays(changed(null, '2025-12', '2026-02'))).toEqual({ from: '2025-12-01', to: '2026-02-28' });
  });

  it('are told by the stated day, or else by the last that is possible', () => {
    expect(captureDay(taken('2023-11-02', '2023-10-31', '2024-01-07'))).toBe('2023-11-02');
    expect(captureDay(taken('2023-11'))).toBe('2023-11-30');
    expect(captureDay(taken('2023-11', '2023-11-01', '2023-11-15'))).toBe('2023-11-15');
    expect(changeDay(changed('2025-07'))).toBe('2025-07-31');
    expect(changeDay(changed(null, '2025-12', '2026-02'))).toBe('2026-02-28');
  });

  it('stay unknown where no source dates a change', () => {
    expect([changeDays(changed(null)), changeDay(changed(null))]).toEqual([null, null]);
  });

  it('tell nothing of who held a gate from the day trade resumed there', () => {
    const gate = place('BX01', {
      kind: 'border-crossing',
      captured_on: '2023-10-27',
      status_latest: 'held',
      status_changed_on: null,
      held_seen_on: '2024-01',
      trade_resumed_on: '2024-03-11',
    });
    expect([changeDays(gate), changeDay(gate)]).toEqual([null, null]);
    expect(datesKnown(gate)).toEqual(['2023-10-27', '2024-01']);
  });
});

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
