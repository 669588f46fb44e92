import { lastDay } from '../schemas/dates.ts';
import type { Place } from '../schemas/place.ts';
import { capitalised } from './format.ts';
import { KIND_WORDS } from './place-words.ts';

/** One state or region, with its places by kind. */
export interface RegionGroup {
  id: string;
  name: string;
  kinds: { id: string; kind: Place['kind']; title: string; places: Place[] }[];
}

/** In the order a reader meets them. */
const KINDS: Place['kind'][] = ['town', 'border-crossing', 'command', 'base'];

/** All places by state or region, the one first where a place was first taken; in each by kind, in the order of the file. */
export function groupPlaces(places: Iterable<Place>): RegionGroup[] {
  const byRegion = new Map<string, Place[]>();
  for (const place of places) byRegion.set(place.state_region, [...(byRegion.get(place.state_region) ?? []), place]);
  return [...byRegion]
    .sort(([, a], [, b]) => (firstTaken(a) < firstTaken(b) ? -1 : 1))
    .map(([name, own]) => {
      const id = `region-${slugOf(name)}`;
      const kinds = KINDS.map((kind) => ({
        id: `${id}-${kind}`,
        kind,
        title: `${capitalised(KIND_WORDS[kind])}s`,
        places: own.filter((place) => place.kind === kind),
      }));
      return { id, name, kinds: kinds.filter((group) => group.places.length > 0) };
    });
}

/** A month or a year counts as its last day: a region dated only roughly is not put before one dated by day. */
function firstTaken(places: readonly Place[]): string {
  return places.map(({ captured_on }) => lastDay(captured_on ?? '9999')).sort()[0] ?? '';
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
}
