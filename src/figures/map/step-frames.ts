import type { Ledger } from '../../data/ledger.ts';
import type { MapNames } from '../../data/schemas/map-names.ts';
import { stepPlaces, type MapStep, type StepPlace } from '../../data/map-steps.ts';
import { COUNTRY, DETAIL, SHARED, type Ground } from './ground.ts';
import { COUNTRY_LAND, type LANDS } from './shared-land.ts';

/** Part of a map that a dated map shows. */
interface Extent {
  ground: Ground;
  /** Upper left corner and width of the part, in pixels of that drawing. */
  part: { x: number; y: number; width: number; height: number };
}

/** Frame of a dated map: part of a shared drawing of land, and the names on it. */
export interface StepFrame extends Extent {
  land: (typeof LANDS)[number];
  words: MapNames['dated']['whole'];
}

/** Part of the map of the country, in degrees, that holds every place outside the large map and no empty sea. */
const MIDDLE = { west: 89.6, north: 27.2, east: 102.2, south: 18.7 };

const NORTH_EAST: Extent = { ground: DETAIL, part: { x: 0, y: 0, width: DETAIL.width, height: DETAIL.height } };

function partOfCountry(): Extent['part'] {
  const [from, to] = [COUNTRY.project(MIDDLE.west, MIDDLE.north), COUNTRY.project(MIDDLE.east, MIDDLE.south)];
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** Chooses the land of a dated map: the whole country where a place that it names lies outside the north-east. */
export function frameOfStep(ledger: Ledger, { names, also = [] }: MapStep): StepFrame {
  const named = stepPlaces(ledger).filter(({ slug }) => names.includes(slug) || also.includes(slug));
  const { north_east, whole } = ledger.mapNames.dated;
  return named.every((place) => isInside(place, NORTH_EAST))
    ? { ...NORTH_EAST, land: SHARED.detail, words: north_east }
    : { ground: COUNTRY, part: partOfCountry(), land: COUNTRY_LAND, words: whole };
}

/** Checks that a place lies in a frame. */
export function isInside({ lon, lat }: StepPlace, { ground, part }: Extent): boolean {
  const { x, y } = ground.project(lon, lat);
  return x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;
}
