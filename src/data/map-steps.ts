import { placesShown } from './figure-rows.ts';
import type { Ledger } from './ledger.ts';
import { captureDay, captureDays } from './places.ts';
import { isRealDate, precisionOf } from './schemas/dates.ts';
import type { Place } from './schemas/place.ts';

/** One small dated map of a text: the day it shows, and the slugs of the places it names. */
export interface MapStep {
  day: string;
  names: string[];
  /** Slugs of towns that had not been taken, named so that readers find their way. */
  also?: string[];
}

/** Place that a dated map can show: dated, with a point, and wholly taken. */
export type StepPlace = Place & { captured_on: string; lat: number; lon: number };

/** Id of the figure whose places the dated maps share. */
const MAP = 'map';
/** Fewest and most places that a dated map names. */
const NAMED = { least: 2, most: 4 };

/** Lists the places that dated maps can show: the towns of the map, large and small, and border crossings with a point of their own. */
export function stepPlaces(ledger: Ledger): StepPlace[] {
  const card = ledger.figures.get(MAP);
  if (!card) return [];
  const corner = card.places_listed.filter((list) => list.in_corner);
  const places = placesShown(ledger, { places: card.places, places_listed: corner }).filter(
    (place): place is StepPlace =>
      place.captured_on !== null && place.lat !== null && place.confidence !== 'low' && !place.partial,
  );
  const isBesideTown = (gate: StepPlace) =>
    places.some(({ kind, lat, lon }) => kind === 'town' && lat === gate.lat && lon === gate.lon);
  return places.filter((place) => place.kind === 'town' || !isBesideTown(place));
}

/** Lists what is wrong with a dated map: its day, or names of places that it cannot show. */
export function stepFaults(
  ledger: Ledger,
  { day, names, also = [] }: MapStep,
): { field: 'day' | 'names' | 'also'; found: string; expected: string }[] {
  if (!isRealDate(day) || precisionOf(day) !== 'day')
    return [{ field: 'day', found: `"${day}"`, expected: 'a day: YYYY-MM-DD' }];
  const known = new Map(stepPlaces(ledger).map((place) => [place.slug, place]));
  const faultsOf = (field: 'names' | 'also', slugs: string[]) =>
    slugs.flatMap((name) => {
      const place = known.get(name);
      if (!place)
        return [
          { field, found: `"${name}"`, expected: 'the slug of a town or border crossing of the map, such as "lashio"' },
        ];
      const taken = captureDay(place);
      if (field === 'names')
        return taken <= day
          ? []
          : [{ field, found: `"${name}", taken on ${taken}`, expected: `a place taken by ${day}` }];
      // A place that may have been taken by then is not said to be untouched.
      const { from } = captureDays(place);
      return from > day
        ? []
        : [{ field, found: `"${name}", taken on ${from}`, expected: `a place taken after ${day}` }];
    });
  const count = names.length + also.length;
  return [
    ...faultsOf('names', names),
    ...faultsOf('also', also),
    ...(count < NAMED.least || count > NAMED.most
      ? [{ field: 'names' as const, found: `${count} names`, expected: `${NAMED.least} to ${NAMED.most}` }]
      : []),
  ];
}
