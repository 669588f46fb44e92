import { describe, expect, it } from 'vitest';
import { bestSource, restingNote } from '../../src/components/notes/resting-note.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Note } from '../../src/data/notes.ts';
import type { Term } from '../../src/data/schemas/term.ts';
import { observation, source } from './kit/rows.ts';

const SOURCES = [
  source('paper', { publisher: 'A paper', kind: 'local-media' }),
  source('agency', { publisher: 'An agency', kind: 'wire' }),
  source('un', { kind: 'un' }),
  source('digest', { kind: 'un', read: 'summary' }),
  source('state', { kind: 'state-media' }),
  source('rumour', { kind: 'wire', weak: true }),
];
const facts = {
  sources: new Map(SOURCES.map((one) => [one.id, one])),
  observations: new Map(
    [
      observation('A1', { source_ids: ['paper', 'un'] }),
      observation('A2', { value: 50_000, source_ids: ['agency'], claimant: 'a charity' }),
      observation('A3', { value: 70_000, source_ids: ['agency'], claimant: `the ${'office and '.repeat(20)} council` }),
    ].map((row) => [row.id, row]),
  ),
  events: new Map([['t1', { source_ids: ['paper', 'state', 'agency'] }]]),
  derivations: new Map(),
  claims: new Map(),
  statements: new Map(),
  assessments: new Map(),
  places: new Map(),
  terms: new Map(),
  actors: new Map(),
} as unknown as Ledger;

const note = (parts: Partial<Note>): Note => ({ n: 1, block: 1, terms: [], numbers: [], cites: [], ...parts });
const term = (definition: string): Term => ({ term: 'Ceasefire', expansion: null, definition }) as Term;

describe('the best source', () => {
  it.each([
    [['paper', 'agency', 'un'], 'un'],
    [['state', 'paper', 'agency'], 'agency'],
    [['digest', 'state'], 'state'],
    [['rumour', 'digest'], 'digest'],
    [['rumour'], 'rumour'],
    [[], undefined],
  ])('of %j is %s', (ids, best) => expect(bestSource(facts, ids)).toBe(best));
});

describe('a note at rest', () => {
  it('names one source, and says how many more there are', () => {
    const { best, more, folded } = restingNote(facts, note({ cites: ['t1'] }), []);
    expect(best?.sourceIds).toEqual(['agency']);
    expect(more).toBe('and 2 more');
    expect(folded.others).toEqual(['paper', 'state']);
  });

  it('says nothing of more where there is none', () => {
    expect(restingNote(facts, note({ numbers: ['A2'] }), []).more).toBeNull();
  });

  it('gives the number of the best source, and folds the other away', () => {
    const { best, more, folded } = restingNote(facts, note({ numbers: ['A2', 'A1'], cites: ['t1'] }), []);
    expect(best).toMatchObject({ sourceIds: ['un'], numbers: [{ id: 'A1' }] });
    expect(more).toBe('and 3 more');
    expect(folded.lines).toMatchObject([
      { numbers: [{ id: 'A2' }], sourceIds: ['agency'], isMore: false },
      { numbers: [{ id: 'A1' }], sourceIds: ['paper'], isMore: true },
    ]);
    expect(folded.others).toEqual(['state']);
  });

  it('leaves the number to the fold where its line is too long', () => {
    const { best, folded } = restingNote(facts, note({ numbers: ['A3'] }), []);
    expect(best).toMatchObject({ sourceIds: ['agency'], numbers: [] });
    expect(folded.lines).toMatchObject([{ numbers: [{ id: 'A3' }], sourceIds: ['agency'] }]);
  });

  it('explains a term where there is room, else in the fold', () => {
    const short = restingNote(facts, note({ cites: ['t1'] }), [term('Fighting stops.')]);
    expect(short.terms).toHaveLength(1);
    expect(short.more).toBe('and 2 more');
    const long = restingNote(facts, note({ cites: ['t1'] }), [term('Fighting stops, for now, '.repeat(5))]);
    expect(long.terms).toHaveLength(0);
    expect(long.more).toBe('Definition and 2 more');
    expect(long.folded.terms).toHaveLength(1);
  });
});
