import { describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import { changesHold } from '../../src/site/checks/check-changes.ts';
import { loadLedger, readLedger } from '../../src/data/load.ts';
import { changeTargets } from '../../src/site/change-targets.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { change, type Change } from '../../src/data/schemas/change.ts';
import { smallLedger } from './kit/ledger.ts';
import { edit, writeProject } from './kit/project.ts';

const FIRST: Change = {
  id: 'change-first-edition',
  date: '2026-11-23',
  version: '1.0.0',
  kind: 'first-edition',
  where: [],
  text: 'First edition of this explainer.',
};
const CORRECTION = {
  ...FIRST,
  id: 'change-count',
  kind: 'correction',
  text: 'A count of positions was wrong.',
  was: '126 positions',
  is: '125 positions',
  why: 'The statement says so in its second line.',
};

const refusals = (entry: object) =>
  z
    .array(change)
    .safeParse([entry])
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a correction', () => {
  it('says what was, what is and why', () => {
    expect(refusals(CORRECTION)).toEqual([]);
  });

  it.each(['was', 'is', 'why'])('is refused without "%s"', (field) => {
    const { [field as 'was']: _, ...rest } = CORRECTION;
    expect(refusals(rest)).toEqual([
      expect.stringMatching(new RegExp(`^0\\.${field}: .*: a correction says was, is and why$`)),
    ]);
  });

  it('quotes the page as it was, so that no reference can change the record', () => {
    expect(faultsOf({ ...CORRECTION, was: '{B007} positions' } as Change)).toEqual([
      expect.stringContaining('expected words without references'),
    ]);
    expect(faultsOf({ ...CORRECTION, why: 'The statement says {B007|bare}, not what stood there.' } as Change)).toEqual(
      [],
    );
    expect(
      faultsOf({ ...CORRECTION, why: 'The statement says {B999|bare}, not what stood there.' } as Change),
    ).toHaveLength(1);
  });
});

it.each(['was', 'is', 'why'])('an update is refused with "%s"', (field) => {
  expect(refusals({ ...FIRST, kind: 'update', [field]: 'something that a correction says' })).toEqual([
    `0.${field}: no such field: only a correction says was, is and why, and this is called update`,
  ]);
});

describe('what changed', () => {
  it.each([
    'losses',
    'positions-lost',
    'positions-lost-B007',
    'place-lashio',
    'event-t017',
    'source-un-flash10',
    'dataset-places',
    'actor-mndaa',
    'term-mndaa',
    'claim-01',
    'v-lee',
    'key-displaced',
    'd-idp-rise',
    'B007',
    'A21',
    'TN14',
  ])('may be called %s', (name) => {
    expect(faultsOf({ ...FIRST, where: [name] })).toEqual([]);
  });

  it.each(['weather', 'place-TN14', 't017', 'change-first-edition', 'toString', ''])(
    'is refused if nothing is called "%s"',
    (name) => {
      expect(faultsOf({ ...FIRST, where: [name] })).toEqual([
        expect.stringContaining('expected what is on the site, by the id after the # of its address'),
      ]);
    },
  );

  it('is named with file and line where it is unknown', () => {
    const ledger = smallLedger();
    ledger.changes.set(FIRST.id, { ...FIRST, where: ['losses', 'positions-lost'] });
    const root = writeProject(ledger);
    expect(changesHold(readLedger(root).ledger)).toEqual([]);
    edit(root, 'content/changes.yaml', '- positions-lost', '- positions-last');
    const [problem] = changesHold(readLedger(root).ledger);
    expect(describeProblem(problem!)).toMatch(
      /^content\/changes\.yaml:7 "where\.1": found "positions-last"; expected what is on the site/,
    );
  });

  it('is the line of a figure for the id of a row that one shows, and else its place or dataset', () => {
    const targets = changeTargets(loadLedger(writeProject()));
    expect(targets.get('B007')).toEqual({ kind: 'row', id: 'positions-lost-B007' });
    expect(targets.get('A21')).toEqual({ kind: 'dataset', id: 'displacement' });
    expect(targets.get('TN14')).toEqual({ kind: 'place', id: 'lashio' });
  });
});

/** What is wrong with a history of this one entry. */
function faultsOf(entry: Change): string[] {
  const ledger = smallLedger();
  ledger.changes = new Map([[entry.id, entry]]);
  return changesHold(ledger).map(describeProblem);
}
