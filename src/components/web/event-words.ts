import type { Actor } from '../../data/schemas/actor.ts';
import { placeOnFigure } from '../../figures/index.ts';
import { placeAddress } from '../../site/addresses.ts';
import type { Ledger } from '../../data/ledger.ts';
import { bareName } from '../../data/places.ts';
import type { Place } from '../../data/schemas/place.ts';
import type { TimelineEvent } from '../../data/schemas/event.ts';

/** A piece of text; `href` is set for the name of a place of the places dataset. */
export interface LinkedText {
  text: string;
  href?: string;
}

/** Links the names of places in the words that say where an event was; places that they do not name follow in brackets. */
export function linkPlaces(ledger: Ledger, event: Pick<TimelineEvent, 'place' | 'place_ids'>): LinkedText[] {
  const places = event.place_ids.map((id) => ledger.places.get(id)).filter((place) => place !== undefined);
  const inText = places.filter((place) => event.place.includes(bareName(place)));
  const others = places.filter((place) => !inText.includes(place));
  const pieces = inText.reduce<LinkedText[]>(
    (done, place) =>
      done.flatMap((piece) =>
        piece.href ? [piece] : linkName(piece.text, bareName(place), placeOrFigureAddress(ledger, place)),
      ),
    [{ text: event.place }],
  );
  const more = others.flatMap((place, index) => [
    { text: index === 0 ? ' (' : ', ' },
    { text: bareName(place), href: placeOrFigureAddress(ledger, place) },
  ]);
  return [...pieces, ...more, ...(more.length > 0 ? [{ text: ')' }] : [])];
}

/** Returns the address of a place: its row in the table of the map if the map draws it, else its entry in the list of places. */
export function placeOrFigureAddress(ledger: Ledger, place: Pick<Place, 'id' | 'slug'>): string {
  return placeOnFigure(ledger, place) ?? placeAddress(place);
}

function linkName(text: string, name: string, href: string): LinkedText[] {
  const at = text.indexOf(name);
  if (at < 0) return [{ text }];
  return [{ text: text.slice(0, at) }, { text: name, href }, { text: text.slice(at + name.length) }].filter(
    (piece) => piece.text !== '',
  );
}

/** Returns the short name of a group: its abbreviation if that has four letters or more, which readers know it by, else its name. */
export function shortName({ name, abbreviation }: Pick<Actor, 'name' | 'abbreviation'>): string {
  return abbreviation && /^[A-Z]{4,}$/.test(abbreviation) ? abbreviation : name;
}
