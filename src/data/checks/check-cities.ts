import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { COUNTRY_BOUNDS } from '../schemas/boundaries.ts';
import { cardProblem, FILES } from './report.ts';

/** Checks that the cities of the small map have a known source, and points on that map. */
export function citiesHold(ledger: Ledger): Problem[] {
  const [west, south, east, north] = COUNTRY_BOUNDS;
  return [...ledger.cities.values()].flatMap((city) => {
    const report = (field: string, found: string, expected: string) =>
      cardProblem(FILES.cities, city, [field], found, expected);
    return [
      ...(ledger.sources.has(city.source)
        ? []
        : [report('source', quote(city.source), 'the id of a source in content/sources.csv')]),
      ...(city.lat > south && city.lat < north
        ? []
        : [report('lat', String(city.lat), `degrees north between ${south} and ${north}`)]),
      ...(city.lon > west && city.lon < east
        ? []
        : [report('lon', String(city.lon), `degrees east between ${west} and ${east}`)]),
    ];
  });
}
