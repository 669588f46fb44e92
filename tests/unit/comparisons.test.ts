import { describe, expect, it } from 'vitest';
import { countsWithinWeek } from '../../src/data/comparisons.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Observation } from '../../src/data/schemas/observation.ts';
import { problemsAfter, smallLedger } from './kit/ledger.ts';
import { observation, positions, rowsIn } from './kit/rows.ts';

/** Puts numbers of no series into a ledger. */
function addFacts(ledger: Ledger, facts: Observation[]): void {
  const rows = rowsIn('content/data/facts.csv', facts);
  ledger.datasets.facts.push(...rows.values());
  for (const [id, row] of rows) ledger.observations.set(id, row);
}

/** Makes a number of no series: posts that a report says were lost. */
const fact = (id: string, as_of: string, changes: Partial<Observation> = {}) =>
  positions(id, as_of, 185, { series: 'facts', scope_id: 'own', ...changes });

/** Lists the ids of the counts beside a row. */
const beside = (ledger: Ledger, id: string) =>
  countsWithinWeek(ledger, ledger.observations.get(id)!).map((row) => row.id);

describe('other counts within seven days', () => {
  it('stand beside a number of no series that says with which it is compared, and it beside them', () => {
    const ledger = smallLedger();
    addFacts(ledger, [fact('f-posts', '2023-11-09', { compared_with: 'positions' }), fact('f-alone', '2023-11-05')]);
    expect(beside(ledger, 'f-posts')).toEqual(['B007', 'B005']);
    expect(beside(ledger, 'B007')).toEqual(['B005', 'f-posts']);
    expect(beside(ledger, 'f-alone')).toEqual([]);
  });

  it('are all shown, nearest first, as far as their days can be so near, and of one unit', () => {
    const ledger = smallLedger();
    const days = ['2023-11-06', '2023-11-07', '2023-11-08', '2023-11-09', '2023-11-10', '2023-11'];
    addFacts(ledger, [
      ...days.map((day, index) => fact(`f-${'abcdef'[index]}`, day, { compared_with: 'positions' })),
      fact('f-towns', '2023-11-05', { compared_with: 'positions', unit: 'towns' }),
      fact('f-late', '2023-11-13', { compared_with: 'positions' }),
      fact('f-weak', '2023-11-05', { compared_with: 'positions', confidence: 'low' }),
    ]);
    expect(beside(ledger, 'B007')).toEqual(['f-f', 'f-a', 'f-b', 'B005', 'f-c', 'f-d', 'f-e']);
  });

  it('are of one area where others count something else there', () => {
    const ledger = smallLedger();
    const crossing = (id: string, scope_id: string) =>
      fact(id, '2024-05-01', { series: 'cross-border-flow', unit: 'people', scope_id });
    addFacts(ledger, [
      crossing('f-there', 'to-india'),
      crossing('f-there-too', 'to-india'),
      crossing('f-back', 'china-to-wa'),
    ]);
    expect(beside(ledger, 'f-there')).toEqual(['f-there-too']);
  });

  it('may be two numbers of no series that share a word', () => {
    const ledger = smallLedger();
    addFacts(
      ledger,
      ['f-one', 'f-two'].map((id) => fact(id, '2024-09-09', { compared_with: 'one-strike', unit: 'people hurt' })),
    );
    expect(beside(ledger, 'f-one')).toEqual(['f-two']);
  });
});

describe('what a number is compared with', () => {
  const faultsOf = (...facts: Observation[]) => problemsAfter((ledger) => addFacts(ledger, facts));

  it('is a series that counts the same unit, or a word that another number has', () => {
    expect(faultsOf(fact('f-posts', '2023-11-09', { compared_with: 'positions' }))).toEqual([]);
    expect(faultsOf(fact('f-posts', '2023-11-09', { compared_with: 'position' }))).toEqual([
      expect.stringContaining(
        '"compared_with": found "position"; expected positions, as others have that count positions',
      ),
    ]);
    expect(faultsOf(fact('f-posts', '2023-11-09', { compared_with: 'facts' }))).toHaveLength(1);
    expect(faultsOf(observation('f-lone', { series: 'facts', unit: 'goats', compared_with: 'goats' }))).toEqual([
      expect.stringContaining('found "goats"; expected nothing, since no other number counts goats'),
    ]);
  });
});
