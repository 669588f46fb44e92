import { describe, expect, it } from 'vitest';
import { linkPlaces, shortName } from '../../src/components/web/event-words.ts';
import type { FigureCard } from '../../src/data/schemas/figure.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import { ledger } from './kit/content.ts';

/** The project's places, with a map that draws only these. */
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
    expect(say(withMap('TN22'), 'Lashio', ['TN22'])).toBe('[Lashio](index.html#map-TN22)');
    expect(say(withMap('TN22'), 'Mogok', ['TN20'])).toBe('[Mogok](places.html#place-mogok)');
    expect(say(withoutMap, 'Lashio', ['TN22'])).toBe('[Lashio](places.html#place-lashio)');
  });

  it('keeps its words, and links the names in them', () => {
    expect(say(withoutMap, 'Kyaukme; Nawnghkio; Mogok', ['TN23', 'TN19', 'TN20'])).toBe(
      '[Kyaukme](places.html#place-kyaukme); [Nawnghkio](places.html#place-nawnghkio); [Mogok](places.html#place-mogok)',
    );
    expect(say(withoutMap, 'Kawlin, Sagaing', ['TN43'])).toBe('[Kawlin](places.html#place-kawlin), Sagaing');
  });

  it('adds in brackets what its words do not name', () => {
    expect(say(withoutMap, 'northern Shan State', ['TN01', 'TN03'])).toBe(
      'northern Shan State ([Chinshwehaw](places.html#place-chinshwehaw), [Pang Hseng](places.html#place-pang-hseng))',
    );
    expect(say(withoutMap, 'Lashio', ['TN22', 'CM05'])).toBe(
      '[Lashio](places.html#place-lashio) ([Northeastern Command headquarters, Lashio](places.html#place-northeastern-command))',
    );
  });

  it('is plain text where no place is known by it', () => expect(say(withoutMap, 'Kokang', [])).toBe('Kokang'));
});

describe('the short name of a group', () => {
  it.each([
    ['mndaa', 'MNDAA'],
    ['arakan-army', 'Arakan Army'],
    ['military', 'Myanmar armed forces'],
    ['karenni', 'Karenni forces'],
    ['china', 'China'],
  ])('of %s is %s', (id, expected) => expect(shortName(ledger.actors.get(id)!)).toBe(expected));
});
