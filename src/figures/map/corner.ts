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

/** Draws towns as dots, open where less firmly sourced and struck where the military has the town again. Dated, each has the day from which it holds; else those of one look are one path. */
export function cornerSvg(towns: DrawnPlace[], isDated = true): string {
  const dots = towns.map((place) => ({
    tone: place.side,
    isOpen: place.confidence === 'medium',
    back: backOn(place),
    taken: captureDay(place),
    ...COUNTRY.project(place.lon as number, place.lat as number),
  }));
  const from = (day: string | null) => (isDated ? ` data-from="${day}"` : '');
  const groups = Map.groupBy(dots, ({ tone }) => tone);
  const specks = [...groups].map(
    ([tone, group]) =>
      `<g class="speck tone-${tone}">${paths(
        group.map(({ x, y, taken, isOpen }) => ({
          attributes: (isOpen ? ' class="speck__open"' : '') + from(taken),
          d: outline('dot', x, y, 1.6),
        })),
      )}</g>`,
  );
  const strikes = paths(
    dots
      .filter(({ back }) => back !== null)
      .map(({ x, y, back }) => ({ attributes: from(back), d: `M${num(x - 2.6)} ${num(y + 2.6)}l5.2-5.2` })),
  );
  return `${specks.join('')}<g class="speck__casing">${strikes}</g><g class="speck__strike">${strikes}</g>`;
}

/** Writes marks as paths, one for those of the same attributes. */
function paths(marks: { attributes: string; d: string }[]): string {
  return [...Map.groupBy(marks, ({ attributes }) => attributes)]
    .map(([attributes, same]) => `<path${attributes} d="${same.map(({ d }) => d).join('')}"/>`)
    .join('');
}
