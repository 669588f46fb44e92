import { num, outline } from '../../charts/index.ts';
import { captureDay } from '../../data/places.ts';
import { placesShown } from '../../data/figure-rows.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { sideOf, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';
import { COUNTRY } from './ground.ts';
import { backOn } from './order.ts';

/** Lists the towns that the small map of the country shows as dots: those of the large map and those of the card's list for the corner. */
export function cornerTowns(ledger: Ledger, card: FigureCard): DrawnPlace[] {
  const shown = placesShown(ledger, { ...card, places_listed: card.places_listed.filter((list) => list.in_corner) });
  return shown
    .filter(
      (place): place is DatedPlace =>
        place.kind === 'town' && place.captured_on !== null && place.lat !== null && place.confidence !== 'low',
    )
    .map((place) => ({ ...place, side: sideOf(ledger, place) }));
}

/** Draws towns as dots, open where less firmly sourced and struck where the military has the town again; each with the day from which it holds. */
export function cornerSvg(towns: DrawnPlace[]): string {
  const dots = towns.map((place) => ({
    tone: place.side,
    isOpen: place.confidence === 'medium',
    back: backOn(place),
    taken: captureDay(place),
    ...COUNTRY.project(place.lon as number, place.lat as number),
  }));
  const groups = Map.groupBy(dots, ({ tone }) => tone);
  const specks = [...groups].map(
    ([tone, group]) =>
      `<g class="speck tone-${tone}">${group.map(({ x, y, taken, isOpen }) => `<path${isOpen ? ' class="speck__open"' : ''} d="${outline('dot', x, y, 1.6)}" data-from="${taken}"/>`).join('')}</g>`,
  );
  const strikes = dots
    .filter(({ back }) => back !== null)
    .map(({ x, y, back }) => `<path d="M${num(x - 2.6)} ${num(y + 2.6)}l5.2-5.2" data-from="${back}"/>`)
    .join('');
  return `${specks.join('')}<g class="speck__casing">${strikes}</g><g class="speck__strike">${strikes}</g>`;
}
