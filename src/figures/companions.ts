import type { FigureId } from './index.ts';
import MapParts from './map/MapParts.astro';

/** Components that stand under the picture of a figure, beside its table: the same rows in other forms. They take its `id`. */
export const COMPANIONS: { readonly [id: string]: typeof MapParts | undefined } = { map: MapParts } satisfies Partial<
  Record<FigureId, typeof MapParts>
>;
