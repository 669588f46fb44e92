import { pointMark, whisker, type Placed } from './marks.ts';
import type { Series } from './points.ts';
import type { Frame, Mark } from './types.ts';
import type { Shape } from '../data/schemas/figure.ts';

/** The marks of all placed points, with a whisker where the day is not known. */
export function pointMarks(
  series: Series[],
  placed: Placed[],
  frame: Frame,
  shapeOf: (series: Series, place: Placed) => Shape = (one) => one.shape,
): Mark[] {
  return placed.flatMap((place) => {
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const mark = pointMark(place, shapeOf(owner, place), owner.tone, frame);
    return place.x1 > place.x0 ? [whisker(place, owner.tone, place.point.id), mark] : [mark];
  });
}

/** The placed points of one series, in its order. */
export function placedOf(series: Series, placed: Placed[]): Placed[] {
  return series.points.map((point) => placed.find((place) => place.point === point) as Placed);
}
