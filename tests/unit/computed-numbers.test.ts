import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Derivation } from '../../src/data/schemas/derivation.ts';
import type { Observation } from '../../src/data/schemas/observation.ts';
import { change, problemsAfter } from './kit/ledger.ts';

describe('computed numbers', () => {
  const cases: [string, (ledger: Ledger) => void, string][] = [
    [
      'an input that does not exist',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B99'] }),
      '"of.1": found "B99"; expected the id of a row in content/data',
    ],
    [
      'a difference of three',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B17', 'B17'] }),
      '"of": found 3 ids; expected two for "difference"',
    ],
    [
      'people less positions',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'B007'] }),
      '"of": found the units "people" and "positions"; expected rows of one unit',
    ],
    [
      'a weak input',
      (l) => change(l.derivations, 'd-idp-rise', { of: ['B25', 'A14'], qualifier: 'about' }),
      '"of.1": found "A14" of low confidence; expected rows of high or medium confidence',
    ],
    [
      'a share of nothing',
      (l) => {
        change(l.observations, 'B17', { value: 0 });
        change(l.observations, 'B25', { value: 1 });
        change(l.derivations, 'd-idp-rise', { kind: 'share', unit: 'per cent of them' });
      },
      '"of.1": found "B17", which is 0; expected a number to divide by',
    ],
  ];
  it.each(cases)('refuse %s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([`content/derived.yaml ${expected}`]);
  });

  it('are at least so large where the number from which another is taken is, but for one that may be larger too', () => {
    const faultsOf = (qualifier: Derivation['qualifier'], taken: Observation['qualifier'] = 'exact') =>
      problemsAfter((l) => {
        change(l.observations, 'B25', { qualifier: 'more-than' });
        change(l.observations, 'B17', { qualifier: taken });
        change(l.derivations, 'd-idp-rise', { qualifier });
      });
    expect(faultsOf('at-least')).toEqual([]);
    expect(faultsOf('about', 'about')).toEqual([]);
    expect(faultsOf('about')).toEqual([
      expect.stringContaining(
        '"qualifier": found "about" with "B25", which is "more-than"; expected one of at-least, more-than',
      ),
    ]);
  });

  const share: Partial<Derivation> = { kind: 'share', of: ['B17', 'B25'], unit: 'per cent of the total' };
  const ofTotal = (fields: Partial<Derivation>) => (l: Ledger) =>
    change(l.derivations, 'd-idp-rise', { ...share, ...fields });
  it.each<[string, (ledger: Ledger) => void, string]>([
    [
      'more exact than its rows',
      (l) => change(l.observations, 'B17', { qualifier: 'estimated' }),
      '"qualifier": found "exact" with "B17", which is "estimated"; expected a hedge such as "about", which its rows pass on',
    ],
    [
      'a share of another thing',
      ofTotal({ of: ['B007', 'B25'] }),
      '"of": found the units "positions" and "people"; expected rows of one unit',
    ],
    [
      'a share larger than the whole',
      ofTotal({ of: ['B25', 'B17'] }),
      '"of": found "B25" (2625000) as a part of "B17" (1976400); expected the part first, then the whole',
    ],
    [
      'a share of people in people',
      ofTotal({ unit: 'people' }),
      '"unit": found "people"; expected a unit that begins with "per cent"',
    ],
  ])('refuse %s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)).toEqual([`content/derived.yaml ${expected}`]);
  });

  it('may be a share, or hedge what its rows hedge', () => {
    expect(problemsAfter(ofTotal({}))).toEqual([]);
    expect(
      problemsAfter(
        (l) => (
          change(l.observations, 'B17', { qualifier: 'estimated' }),
          change(l.derivations, 'd-idp-rise', { qualifier: 'about' })
        ),
      ),
    ).toEqual([]);
  });

  it('may be a sum of three', () => {
    expect(
      problemsAfter((l) =>
        change(l.derivations, 'd-idp-rise', { kind: 'sum', of: ['A21', 'A22', 'B25'], qualifier: 'about' }),
      ),
    ).toEqual([]);
  });
});
