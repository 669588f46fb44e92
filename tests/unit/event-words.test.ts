import { describe, expect, it } from 'vitest';
import { linkPlaces, shortName } from '../../src/components/web/event-words.ts';
import type { FigureCard } from '../../src/data/schemas/figure.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import { smallLedger } from './kit/ledger.ts';
import { place, rowsIn } from './kit/rows.ts';

const ledger = smallLedger();
ledger.places = rowsIn('content/data/places.csv', [
  place('T1', { name: 'Northtown', slug: 'northtown' }),
  place('T2', { name: 'Southtown', slug: 'southtown' }),
  place('T3', { name: 'Hill Town', slug: 'hill-town' }),
  place('C1', { name: 'Eastern Command headquarters, Northtown', slug: 'eastern-command', kind: 'command' }),
]);

/** The ledger with a map that draws only these. */
function withMap(...rows: string[]): Ledger {
  const card: FigureCard = {
    ...[...ledger.figures.values()][0]!,
    id: 'map',
    places: [{ id: 'towns', label: 'Towns', rows }],
  };
  return { ...ledger, figures: new Map([['map', card]]) };
}

const withoutMap: Ledger = { ...ledger, figures: new Map() };
const say = (facts: Ledger, place: string, place_ids: string[]) =>
  linkPlaces(facts, { place, place_ids })
    .map(({ text, href }) => (href ? `[${text}](${href})` : text))
    .join('');

describe('the place of an event', () => {
  it('leads to the map where the map draws it, else to the list of places', () => {
    expect(say(withMap('T1'), 'Northtown', ['T1'])).toBe('[Northtown](index.html#map-T1)');
    expect(say(withMap('T1'), 'Southtown', ['T2'])).toBe('[Southtown](names.html#place-southtown)');
    expect(say(withoutMap, 'Northtown', ['T1'])).toBe('[Northtown](names.html#place-northtown)');
  });

  it('keeps its words, and links the names in them', () => {
    expect(say(withoutMap, 'Northtown; Hill Town; Southtown', ['T1', 'T3', 'T2'])).toBe(
      '[Northtown](names.html#place-northtown); [Hill Town](names.html#place-hill-town); [Southtown](names.html#place-southtown)',
    );
    expect(say(withoutMap, 'Hill Town, the west', ['T3'])).toBe('[Hill Town](names.html#place-hill-town), the west');
  });

  it('adds in brackets what its words do not name', () => {
    expect(say(withoutMap, 'the north', ['T1', 'T2'])).toBe(
      'the north ([Northtown](names.html#place-northtown), [Southtown](names.html#place-southtown))',
    );
    expect(say(withoutMap, 'Northtown', ['T1', 'C1'])).toBe(
      '[Northtown](names.html#place-northtown) ([Eastern Command headquarters, Northtown](names.html#place-eastern-command))',
    );
  });

  it('is plain text where no place is known by it', () => expect(say(withoutMap, 'Kokang', [])).toBe('Kokang'));
});

describe('the short name of a group', () => {
  it.each([
    ['a short form of four letters or more', 'The Northern Army', 'TNLA', 'TNLA'],
    ['else its name', 'The Northern Army', 'NA', 'The Northern Army'],
  ])('is %s', (_, name, abbreviation, expected) =>
    expect(shortName({ ...ledger.actors.get('mndaa')!, name, abbreviation })).toBe(expected),
  );
});
