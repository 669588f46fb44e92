import { num, outline } from '../../charts/index.ts';
import { holdingsOf, type Holding } from '../../data/holdings.ts';
import { placesShown } from '../../data/figure-rows.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { sharedTone, sideOf, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';
import { COUNTRY } from './ground.ts';

/** Lists the towns that the small map of the country shows as dots: those beyond the large map. In the box that stands for that one its own towns would lie on each other. */
export function cornerTowns(ledger: Ledger, card: FigureCard): DrawnPlace[] {
  const lists = card.places_listed.filter((list) => list.in_corner);
  const shown = placesShown(ledger, { ...card, places: [], places_listed: lists });
  return shown
    .filter(
      (place): place is DatedPlace =>
        place.kind === 'town' && place.captured_on !== null && place.lat !== null && place.confidence !== 'low',
    )
    .map((place) => ({ ...place, side: sideOf(ledger, place) }));
}

/** Draws towns as dots in the colour of whoever has each: open where doubtful, struck where the military has the town again. Dated, each has the days on which it holds; else those of one look are one path. */
export function cornerSvg(towns: DrawnPlace[], isDated: boolean): string {
  const dots = towns.flatMap((place) =>
    holdingsOf(place)
      .filter(({ until }) => isDated || until === null)
      .map((holding) => ({ ...holding, place, ...COUNTRY.project(place.lon as number, place.lat as number) })),
  );
  const days = ({ from, until }: Holding) =>
    isDated ? ` data-from="${from}"${until === null ? '' : ` data-until="${until}"`}` : '';
  const groups = Map.groupBy(dots, ({ by, place }) =>
    by === 'military' ? 'military' : by === 'uwsa' ? 'neutral' : sharedTone(place),
  );
  const specks = [...groups].map(
    ([tone, group]) =>
      `<g class="speck tone-${tone}">${paths(
        group.map((dot) => ({
          attributes: (dot.isDoubtful ? ' class="speck__open"' : '') + days(dot),
          d: outline('dot', dot.x, dot.y, 1.6),
        })),
      )}</g>`,
  );
  const strikes = paths(
    dots
      .filter(({ by }) => by === 'military')
      .map((dot) => ({ attributes: days(dot), d: `M${num(dot.x - 2.6)} ${num(dot.y + 2.6)}l5.2-5.2` })),
  );
  return `${specks.join('')}<g class="speck__casing">${strikes}</g><g class="speck__strike">${strikes}</g>`;
}

/** Writes marks as paths, one for those of the same attributes. */
function paths(marks: { attributes: string; d: string }[]): string {
  return [...Map.groupBy(marks, ({ attributes }) => attributes)]
    .map(([attributes, same]) => `<path${attributes} d="${same.map(({ d }) => d).join('')}"/>`)
    .join('');
}
