import type { Ledger } from '../../data/ledger.ts';
import { stepPlaces, type MapStep, type StepPlace } from '../../data/map-steps.ts';
import { COUNTRY, DETAIL, SHARED, type Ground } from './ground.ts';
import { COUNTRY_LAND } from './shared-land.ts';

/** Frame of a dated map: part of a shared drawing of land. */
export interface StepFrame {
  where: string;
  land: string;
  ground: Ground;
  /** Upper left corner and width of the part, in pixels of that drawing. */
  part: { x: number; y: number; width: number; height: number };
  countries: { name: string; lon: number; lat: number }[];
}

/** Part of the map of the country, in degrees, that holds every place outside the large map and no empty sea. */
const MIDDLE = { west: 89.6, north: 27.2, east: 102.2, south: 18.7 };

const NORTH_EAST: StepFrame = {
  where: 'northern Shan',
  land: SHARED.detail,
  ground: DETAIL,
  part: { x: 0, y: 0, width: DETAIL.width, height: DETAIL.height },
  countries: [
    { name: 'China', lon: 98.75, lat: 24.22 },
    { name: 'Myanmar', lon: 98.1, lat: 22.42 },
  ],
};

const WHOLE: StepFrame = {
  where: 'Myanmar',
  land: COUNTRY_LAND,
  ground: COUNTRY,
  part: partOfCountry(),
  countries: [
    { name: 'China', lon: 100.4, lat: 25.6 },
    { name: 'India', lon: 91.3, lat: 24.9 },
    { name: 'Myanmar', lon: 95.4, lat: 20.4 },
  ],
};

function partOfCountry(): StepFrame['part'] {
  const [from, to] = [COUNTRY.project(MIDDLE.west, MIDDLE.north), COUNTRY.project(MIDDLE.east, MIDDLE.south)];
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** Chooses the land of a dated map: the whole country where a place that it names lies outside the north-east. */
export function frameOfStep(ledger: Ledger, { names }: MapStep): StepFrame {
  const named = stepPlaces(ledger).filter(({ slug }) => names.includes(slug));
  return named.every((place) => isInside(place, NORTH_EAST)) ? NORTH_EAST : WHOLE;
}

/** Checks that a place lies in a frame. */
export function isInside({ lon, lat }: StepPlace, { ground, part }: StepFrame): boolean {
  const { x, y } = ground.project(lon, lat);
  return x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;
}
