import { FigureFault } from './fault.ts';
import { spread, type Placed } from './marks.ts';
import type { Point, Series } from './points.ts';
import type { CountScale, TimeScale } from './scales.ts';
import type { Frame } from './types.ts';

/** Puts one point on the plane: at its day, or in the middle of the days it can mean. */
export function placePoint(point: Point, x: TimeScale, y: CountScale): Placed {
  const [x0, x1] = [x(point.from), x(point.to)];
  return { point, x: (x0 + x1) / 2, y: y(point.value), x0, x1 };
}

/** Places every drawn point of a figure, marks that would hide each other moved apart. Points on lines stay where they are. */
export function placeSeries(series: Series[], x: TimeScale, y: CountScale, frame: Frame): Placed[] {
  const on = (kind: Series['kind']) =>
    series.filter((one) => one.kind === kind).flatMap((one) => one.points.map((point) => placePoint(point, x, y)));
  return spread(on('line'), on('dots'), frame);
}

/**
 * Where a row stands that a picture cannot do without.
 * @throws FigureFault if the card does not draw it.
 */
export function neededPlace(placed: Placed[], id: string, field: string): Placed {
  const found = placed.find((one) => one.point.id === id);
  if (!found)
    throw new FigureFault(field, `no row "${id}"`, `"${id}" among the rows, since the picture is built on it`);
  return found;
}
