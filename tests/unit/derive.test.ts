import { describe, expect, it } from 'vitest';
import { derive } from '../../src/data/numbers.ts';
import { derivation } from '../../src/data/schemas/derivation.ts';
import { change, smallLedger } from './kit/ledger.ts';

const ledger = smallLedger();
const compute = (kind: string, of: string[], decimals = 0) =>
  derive(ledger, derivation.parse({ id: 'd-test', kind, of, unit: 'people', decimals, meaning: 'A test.' }));

describe('derive', () => {
  it('subtracts the second from the first', () => {
    expect(compute('difference', ['B25', 'B17'])).toEqual({
      value: 648_600,
      formula: '2,625,000 (OCHA, 1 January 2024) − 1,976,400 (OCHA, 2 October 2023)',
    });
  });

  it('adds up', () => {
    expect(compute('sum', ['B005', 'B007', 'B017']).value).toBe(452);
  });

  it('takes a share in per cent, to the decimals asked for', () => {
    expect(compute('share', ['B17', 'B25']).value).toBe(75);
    expect(compute('share', ['B17', 'B25'], 1)).toEqual({
      value: 75.3,
      formula: '100 × 1,976,400 (OCHA, 2 October 2023) ÷ 2,625,000 (OCHA, 1 January 2024)',
    });
  });

  it('says one in how many', () => {
    expect(compute('one-in', ['H04', 'A22'])).toEqual({
      value: 20,
      formula: '628,000 (OCHA, 31 December 2023) ÷ 31,000 (OCHA, 21 November 2023)',
    });
  });

  it('counts the places that a figure draws, or those in some states', () => {
    const counted = smallLedger();
    counted.figures.get('positions-lost')!.places = [{ id: 'towns', label: 'Towns', rows: ['TN14', 'BS03'] }];
    change(counted.places, 'TN14', { status_latest: 'retaken' });
    change(counted.places, 'BS03', { status_latest: 'no-change-seen' });
    const count = (status: string[]) =>
      derive(
        counted,
        derivation.parse({ id: 'd-x', kind: 'count', of: ['positions-lost'], status, unit: 'towns', meaning: 'x' }),
      );
    expect(count([])).toEqual({
      value: 2,
      formula: 'count of the places drawn in figure 1, each with its sources in the table there',
    });
    expect(count(['retaken', 'handed-back'])).toEqual({
      value: 1,
      formula:
        'count of those retaken by the military or handed back to the military among the places drawn in figure 1, each with its sources in the table there',
    });
  });

  it('shows no trace of binary fractions', () => {
    const shares = smallLedger();
    change(shares.observations, 'B25', { value: 66.1 });
    change(shares.observations, 'B17', { value: 12.3 });
    expect(derive(shares, shares.derivations.get('d-idp-rise')!).value).toBe(53.8);
  });

  it('leaves out a date that is not known', () => {
    const undated = smallLedger();
    change(undated.observations, 'B17', { as_of: null });
    expect(derive(undated, undated.derivations.get('d-idp-rise')!).formula).toContain('− 1,976,400 (OCHA)');
  });

  it('refuses rows that do not exist and division by nothing', () => {
    expect(() => compute('difference', ['B25', 'B99'])).toThrow('no row "B99"');
    const empty = smallLedger();
    change(empty.observations, 'B25', { value: 0 });
    expect(() =>
      derive(empty, derivation.parse({ id: 'd-x', kind: 'share', of: ['B17', 'B25'], unit: 'x', meaning: 'x' })),
    ).toThrow('divide by zero');
  });
});
