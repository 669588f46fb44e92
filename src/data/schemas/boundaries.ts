import { z } from 'astro/zod';

/** Bounding box: west, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

/** Frame of the large map: every drawn place, and China beside it for the labels of the border. */
export const DETAIL_BOUNDS: Bounds = [95.84, 22.14, 99.3, 24.46];
/** Frame of the small map of the country, with its neighbours wide enough to hold their names. */
export const COUNTRY_BOUNDS: Bounds = [82.3, 9.3, 106.5, 28.7];

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const rings = z.array(z.array(point).min(3, 'at least three points')).min(1, 'at least one outline');
const lines = z.array(z.array(point).min(2, 'at least two points'));

/** Checks that the frame for which outlines were cut is the one that is drawn. */
function frame(bounds: Bounds) {
  return z
    .array(z.number())
    .refine(
      (found) => found.join() === bounds.join(),
      `${bounds.join(', ')}, the frame in src/data/schemas/boundaries.ts; run src/cli/make-boundaries.ts after changing it`,
    );
}

/** Outlines of Natural Earth, smoothed and cut to the two frames of the map; longitude before latitude. */
export const boundaries = z.strictObject({
  /** The large map: in it all land that is not Myanmar is China. */
  detail: z.strictObject({ bounds: frame(DETAIL_BOUNDS), myanmar: rings, states: lines }),
  /** The small map of the country, with its neighbours and their borders with each other. */
  country: z.strictObject({
    bounds: frame(COUNTRY_BOUNDS),
    myanmar: rings,
    states: lines,
    neighbours: rings,
    borders: lines,
  }),
  /** Each state and region by its name, coarse: points of places are checked against them, and nothing draws them. */
  regions: z.record(z.string(), rings),
});

/** Checked outlines under the map. */
export type Boundaries = z.infer<typeof boundaries>;
