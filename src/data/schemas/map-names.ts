import { z } from 'astro/zod';
import { heading, id, latinName, oneOf } from './fields.ts';

const degrees = (most: number) => z.number().min(-most).max(most);
const point = z.tuple([degrees(180), degrees(90)], { error: 'a point as [longitude, latitude]' });
/** Name with the point of its middle. */
const placed = z.strictObject({ name: heading, at: point });
const dated = z.strictObject({ where: heading, names: z.array(placed) });

/** Names of countries and states on the maps, and where they stand. */
export const mapNames = z.strictObject({
  /** Names on the large map, with the spots at which each may stand, best first. */
  large: z.array(
    z.strictObject({
      name: heading,
      is_state: z.boolean().default(false),
      spots: z.array(point).min(1, 'at least one spot'),
    }),
  ),
  /** Names on the small map of the country, each beginning, ending or centred at its point. */
  country: z.array(placed.extend({ anchor: oneOf(['start', 'middle', 'end']) })),
  /** Names on the dated maps of the story, by what they show. */
  dated: z.strictObject({ north_east: dated, whole: dated }),
  /** Words of the small map of the first screen. */
  locator: z.strictObject({
    /** The map in a sentence, for who cannot see it. */
    alt: z.string().min(20),
    country: placed,
    /** Name of the area that it frames, a line each. */
    area: z.array(heading).min(1).max(3, 'at most three lines'),
    neighbours: z.array(placed),
  }),
});

/** Checked names of countries and states on the maps. */
export type MapNames = z.infer<typeof mapNames>;

/** City by which readers find their way on a map; no fact of this war rests on it. */
export const city = z.strictObject({
  id,
  /** The one spelling used on this site. */
  name: latinName,
  /** Decimal degrees north. */
  lat: z.number().min(-90).max(90),
  /** Decimal degrees east. */
  lon: z.number().min(-180).max(180),
  /** Id of the source of the point. */
  source: id,
  /** Words under its name on the large map, true on every day, if it stands there as a town of the military; else it stands on the small map of the country. */
  on_large_map: z.string().min(3).optional(),
});

/** Checked city. */
export type City = z.infer<typeof city>;
