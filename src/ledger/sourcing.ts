import type { Place } from '../schemas/place.ts';

/** How firmly a row's sources carry it. It never says whether the report is true. */
export const SOURCING: Record<Place['confidence'], string> = {
  high: 'Firmly sourced',
  medium: 'Sourced at second hand or with a doubt',
  low: 'Weakly sourced',
};
