import { kmBetween, kmOutside, type LonLat } from '../geometry.ts';
import type { Place } from '../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { nearMiss } from '../spelling.ts';
import { quote, type Problem } from '../errors.ts';
import { numbersIn } from './reasons.ts';
import { rowProblem } from './report.ts';

type Row = Located<Place>;
/** Place with its point. */
interface Placed {
  row: Row;
  point: LonLat;
}

/** Distance in km that a point may lie outside the outline of its state or region. The outlines are smoothed to a few km, and towns stand on border rivers; the farthest that is right lies 3.7 km outside. */
const OUTLINE_KM = 6;
/** Distance in km from the nearest other place of its township, from which on a point is looked at again. */
const TOWNSHIP_KM = 30;

/** Checks that each point lies in the state or region that its row names, and near another place of its township. */
export function pointsHold(ledger: Ledger): Problem[] {
  const placed = placesWithPoint(ledger);
  const { regions } = ledger.boundaries;
  const names = [...ledger.places.values()].flatMap((row) => regionNameHolds(row, regions));
  const outside = placed.flatMap((one) => insideRegion(one, regions));
  const misplaced = new Set(outside.map(({ line }) => line));
  const sound = placed.filter(({ row }) => !misplaced.has(row.line));
  return [...names, ...outside, ...sound.flatMap((one) => nearTownship(one, sound))];
}

function placesWithPoint(ledger: Ledger): Placed[] {
  return [...ledger.places.values()].flatMap((row) =>
    row.lat === null || row.lon === null ? [] : [{ row, point: [row.lon, row.lat] as const }],
  );
}

/** Returns the name of the outline of a state or region: `Shan` for `Shan (North)`. */
export function outlineName({ state_region }: Pick<Place, 'state_region'>): string {
  return state_region.replace(/ \([^()]*\)$/, '');
}

type Regions = Ledger['boundaries']['regions'];

function regionNameHolds(row: Row, regions: Regions): Problem[] {
  const name = outlineName(row);
  if (Object.hasOwn(regions, name)) return [];
  const known = Object.keys(regions);
  const meant = nearMiss(name, known);
  return [
    rowProblem(
      row,
      'state_region',
      quote(row.state_region),
      `${meant ? `perhaps ${meant}; ` : ''}one of ${known.join(', ')}, with a part in brackets or without`,
    ),
  ];
}

function insideRegion({ row, point: [lon, lat] }: Placed, regions: Regions): Problem[] {
  const name = outlineName(row);
  if (!Object.hasOwn(regions, name)) return [];
  const rings = regions[name] as LonLat[][];
  const km = kmOutside(rings, [lon, lat]);
  if (km <= OUTLINE_KM) return [];
  if (kmOutside(rings, [lat, lon]) <= OUTLINE_KM)
    return [rowProblem(row, 'lat', `lat ${lat} and lon ${lon}`, `lat ${lon} and lon ${lat}: the two look swapped`)];
  const other = Object.entries(regions).find(([, shape]) => kmOutside(shape as LonLat[][], [lon, lat]) === 0)?.[0];
  return [
    rowProblem(
      row,
      'lat',
      `${lat}, ${lon}, ${other ? `in ${other}, ` : ''}${Math.round(km)} km outside ${row.state_region}`,
      `a point in it, or at most ${OUTLINE_KM} km outside its outline in content/geo/boundaries.json`,
    ),
  ];
}

function nearTownship({ row, point }: Placed, placed: readonly Placed[]): Problem[] {
  const { township, state_region } = row;
  const others = placed.filter(
    (other) => other.row !== row && other.row.township === township && other.row.state_region === state_region,
  );
  if (township === null || others.length === 0) return [];
  const nearest = others
    .map((other) => ({ row: other.row, km: kmBetween(point, other.point) }))
    .sort((a, b) => a.km - b.km)[0]!;
  // Of two that are far from each other, a reason in one explains both.
  if (nearest.km <= TOWNSHIP_KM || [row, nearest.row].some((one) => isExplained(one, nearest.km))) return [];
  return [
    rowProblem(
      row,
      'lat',
      `${point[1]}, ${point[0]}, ${Math.round(nearest.km)} km from ${nearest.row.name} (${nearest.row.id}), the nearest other place of the township ${township}`,
      `a point within ${TOWNSHIP_KM} km, or in "checked" the distance and why it is right: "${Math.round(nearest.km)} km from ${nearest.row.name}: …"`,
    ),
  ];
}

/** Returns true if the reason of a row names the distance, so that a slip in its point cannot hide behind it. */
function isExplained({ checked }: Row, km: number): boolean {
  return checked !== null && numbersIn(checked).some((named) => Math.abs(named - km) <= 1);
}

/** Lists places that stand on the point of an earlier one without being placed at a nearest town, as remarks for an editor. */
export function sharedPoints(ledger: Ledger): string[] {
  const first = new Map<string, Row>();
  return placesWithPoint(ledger).flatMap(({ row, point }) => {
    if (row.coord_precision === 'nearest-town' || row.checked !== null) return [];
    const earlier = first.get(point.join());
    if (!earlier) first.set(point.join(), row);
    return earlier
      ? [
          `${row.file}:${row.line} "lat": ${row.id} (${row.name}) has the point of ${earlier.id} (${earlier.name}); is that meant? Then say why in "checked"`,
        ]
      : [];
  });
}
