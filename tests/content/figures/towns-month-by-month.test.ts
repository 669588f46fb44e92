import { describe, expect, it } from 'vitest';
import { captureDay, changeDay, isBackWithMilitary } from '../../../src/data/places.ts';
import type { DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import { resolveNumber } from '../../../src/data/numbers.ts';
import { cardOf, drawnRows, ledger } from './kit.ts';

const card = cardOf('towns-month-by-month');

describe('the rows of towns-month-by-month', () => {
  it('are the towns of taken-and-returned, and leave out the same', () => {
    const other = cardOf('taken-and-returned');
    expect(drawnRows(card).sort()).toEqual(drawnRows(other).sort());
    expect(card.places_listed).toEqual(other.places_listed);
  });

  it('bear out the title: all were taken by the end of 2024', () => {
    expect(card.title).toContain('by the end of 2024');
    for (const id of drawnRows(card)) {
      const { captured_on, captured_not_after } = ledger.places.get(id)!;
      expect((captured_not_after ?? captured_on)!.slice(0, 4) <= '2024', id).toBe(true);
    }
  });

  it('bear out the finding: November 2023 was the busiest month, and most returns came from April 2025', () => {
    const places = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
    const months = Map.groupBy(places, (place) => captureDay(place).slice(0, 7));
    const [[busiest]] = [...months].sort(([, a], [, b]) => b.length - a.length) as [[string, unknown]];
    expect(busiest).toBe('2023-11');
    const back = places.filter(isBackWithMilitary).map((place) => changeDay(place)!);
    expect(back.filter((day) => day >= '2025-04').length).toBeGreaterThan(back.length / 2);
  });

  it('are counted from the rows: all, and those the military is reported to have back', () => {
    const back = drawnRows(card).filter((id) =>
      ['retaken', 'handed-back'].includes(ledger.places.get(id)!.status_latest),
    );
    expect(resolveNumber(ledger, 'd-towns-taken').value).toBe(drawnRows(card).length);
    expect(resolveNumber(ledger, 'd-towns-back').value).toBe(back.length);
  });

  it('are named in the notes where sources leave another month open', () => {
    const note = card.notes.find((one) => one.startsWith('A hollow square'))!;
    for (const id of drawnRows(card)) {
      const { name, captured_on, captured_not_before: from, captured_not_after: to } = ledger.places.get(id)!;
      const months = [from ?? captured_on, to ?? captured_on].map((date) => date!.slice(0, 7));
      const isOpen = months[0] !== months[1] || captured_on!.length === 4;
      if (isOpen) expect(note, id).toContain(name);
    }
  });
});
