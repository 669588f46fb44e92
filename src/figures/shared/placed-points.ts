import type { Shape } from '../../data/schemas/figure.ts';
import {
  pointMark,
  spread,
  whisker,
  type CountScale,
  type Frame,
  type LabelRequest,
  type Mark,
  type PlacedPoint,
  type TimeScale,
} from '../../charts/index.ts';
import { annotationWords, FigureFault, labelOptions, type FilledCard } from './filled-card.ts';
import type { Point, Series } from './series.ts';

/** A number with its place in a picture. */
export type Placed = PlacedPoint<Point>;

/** Places one point: at its day, or in the middle of the days it can mean. */
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
 * Returns the place of a row that a picture cannot do without.
 * @throws FigureFault if the card does not draw it.
 */
export function neededPlace(placed: Placed[], id: string, field: string): Placed {
  const found = placed.find((one) => one.point.id === id);
  if (!found)
    throw new FigureFault(field, `no row "${id}"`, `"${id}" among the rows, since the picture is built on it`);
  return found;
}

/** Draws the marks of all placed points, with a whisker where the day is not known. */
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

/** Returns the placed points of one series, in its order. */
export function placedPoints(series: Series, placed: Placed[]): Placed[] {
  return series.points.map((point) => placed.find((place) => place.point === point) as Placed);
}

/** Returns the labels that a card asks for at the marks of its rows; those of days, of series and of what the picture asks for by name are placed by the figure itself. */
export function rowLabels(
  card: FilledCard,
  series: Series[],
  placed: Placed[],
  frame: Frame,
  room: number,
): LabelRequest[] {
  return card.annotations.flatMap((annotation): LabelRequest[] => {
    const { at, kind } = annotation;
    const place = placed.find((one) => one.point.id === at);
    const text = place && annotationWords(annotation, frame);
    if (!place || !text || annotation.as !== undefined) return [];
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const { dx = 0, sides = [], on: _, ...options } = labelOptions(annotation, frame);
    return [
      {
        id: at,
        row: at,
        text,
        kind,
        tone: kind === 'remark' ? 'neutral' : owner.tone,
        x: place.x + dx,
        y: place.y,
        room,
        sides,
        ...options,
      },
    ];
  });
}
