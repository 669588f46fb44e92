import { describe, expect, it } from 'vitest';
import { publicationHolds } from '../../src/data/checks/check-publication.ts';
import { describeProblem } from '../../src/data/errors.ts';
import type { Observation } from '../../src/data/schemas/observation.ts';
import { change, smallLedger } from './kit/ledger.ts';

/** What is wrong with A21 (OCHA, 15 December 2023) if some of its fields are others. */
function faultsOf(
  fields: Partial<Observation>,
  source: { published: string | null } = { published: '2023-12-15' },
): string[] {
  const ledger = smallLedger();
  change(ledger.observations, 'A21', fields);
  change(ledger.sources, 'un-flash10', source);
  return publicationHolds(ledger)
    .filter(({ line, file }) => line === 3 && file.endsWith('displacement.csv'))
    .map((problem) => describeProblem(problem).replace('content/data/displacement.csv:3 ', ''));
}

describe('the day a number was published', () => {
  it('is that of its source, or its month', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ published: '2023-12' })).toEqual([]);
    expect(faultsOf({}, { published: '2023-12' })).toEqual([]);
  });

  it('may be that of one of several sources', () => {
    expect(faultsOf({ source_ids: ['irr-2024-01-06', 'un-flash10'] })).toEqual([]);
  });

  it('may be unknown on either side', () => {
    expect(faultsOf({ published: null })).toEqual([]);
    expect(faultsOf({}, { published: null })).toEqual([]);
  });

  it('is refused if no source bears it', () => {
    expect(faultsOf({ published: '2023-12-16' })).toEqual([
      '"published": found 2023-12-16; expected 2023-12-15, as one of its sources is dated',
    ]);
    expect(faultsOf({ published: '2023-12-16', source_ids: ['un-flash10', 'irr-2024-01-06'] })[0]).toContain(
      'expected 2023-12-15 or 2024-01-06',
    );
  });

  it('may differ for a row known to have been first given elsewhere', () => {
    const ledger = smallLedger();
    change(ledger.observations, 'A21', { published: '2023-12-17' });
    ledger.firstGiven.set('A21', { id: 'A21', where: 'a statement read in a later report' });
    expect(publicationHolds(ledger)).toEqual([]);
  });

  it('may not differ for a row that does not exist', () => {
    const ledger = smallLedger();
    ledger.firstGiven.set('A99', { id: 'A99', where: 'a statement read in a later report' });
    expect(publicationHolds(ledger).map(describeProblem)).toEqual([
      'content/first-given.yaml "id": found "A99"; expected the id of a row in content/data',
    ]);
  });
});

describe('a source', () => {
  it('is no older than the day its number describes', () => {
    expect(faultsOf({ as_of: '2023-12-16', published: null })).toEqual([
      '"source_ids": found "un-flash10" of 2023-12-15, before as_of 2023-12-16; expected documents no older than the day the number describes',
    ]);
  });

  it('may be known only by a month that the day lies in', () => {
    expect(faultsOf({ as_of: '2023-12-16', published: null }, { published: '2023-12' })).toEqual([]);
  });
});
