import { describe, expect, it } from 'vitest';
import { findCited } from '../../src/data/citations.ts';
import { numberLines } from '../../src/data/note-lines.ts';
import { fillTokens, resolveNumber, referencedIds } from '../../src/data/numbers.ts';
import { smallLedger } from './kit/ledger.ts';

const ledger = smallLedger();

describe('references in a text', () => {
  it('are found', () => {
    expect(referencedIds('{A21} people, {d-idp-rise|bare} more; {not a token}')).toEqual(['A21', 'd-idp-rise']);
  });

  it('are filled with the number and its hedge, or without', () => {
    expect(fillTokens(ledger, 'OCHA counted {A21}, later {A22|bare}.')).toBe(
      'OCHA counted more than 660,000, later 628,000.',
    );
  });

  it('are filled in millions with one decimal, where a title has no room for all digits', () => {
    ledger.observations.set('A21', { ...ledger.observations.get('A21')!, value: 1_976_400 });
    expect(fillTokens(ledger, 'The count rose from {A21|round}.')).toBe('The count rose from 2.0 million.');
    ledger.observations.set('A21', smallLedger().observations.get('A21')!);
  });

  it('get a capital at the start of a sentence', () => {
    expect(fillTokens(ledger, '{A21} people fled.')).toBe('More than 660,000 people fled.');
  });

  it('fail loudly if nothing has the id', () => {
    expect(() => fillTokens(ledger, '{A99} people')).toThrow('no number "A99"');
  });
});

describe('a number', () => {
  it('carries its hedge, who counted, and where it was read', () => {
    expect(resolveNumber(ledger, 'A21')).toMatchObject({
      text: 'more than 660,000',
      bare: '660,000',
      claimant: 'OCHA',
      sourceIds: ['un-flash10'],
      isWeak: false,
    });
  });

  it('is given in a note with who counted and when, numbers of one origin on one line', () => {
    const lines = numberLines(ledger, { n: 1, block: 1, terms: [], numbers: ['A21', 'A14'], cites: [] });
    expect(lines.map(({ about }) => about)[0]).toBe('OCHA, 15 Dec 2023');
    expect(lines.find(({ numbers }) => numbers[0]?.id === 'A14')?.about).toContain('(weak source)');
    expect(numberLines(ledger, { n: 1, block: 1, terms: [], numbers: ['A21', 'A21'], cites: [] })).toHaveLength(1);
  });

  it('says that it is weak', () => {
    expect(resolveNumber(ledger, 'A14').isWeak).toBe(true);
  });

  it('that we computed carries its formula and the sources of its rows, each once', () => {
    expect(resolveNumber(ledger, 'd-idp-rise')).toMatchObject({
      text: '648,600',
      claimant: '',
      sourceIds: ['unhcr-2024-01'],
    });
    expect(resolveNumber(ledger, 'd-idp-rise').formula).toContain('−');
  });
});

describe('a cited row', () => {
  it.each([
    ['A21', ['un-flash10']],
    ['d-idp-rise', ['unhcr-2024-01']],
    ['t017', ['irr-2024-01-06']],
    ['claim-01', ['irr-2024-01-06']],
    ['n-kokang-ceded', ['irr-2024-01-06']],
    ['v-lee', ['irr-2024-01-06']],
    ['TN14', ['xinhua-2025-04']],
    ['term-mndaa', ['irr-2024-01-06']],
    ['actor-mndaa', ['irr-2024-01-06']],
  ])('%s is found with its sources', (id, sourceIds) => {
    expect(findCited(ledger, id)).toEqual({ id, sourceIds });
  });

  it('is never a source', () => {
    expect(findCited(ledger, 'un-flash10')).toBeNull();
  });
});
