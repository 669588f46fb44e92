import type { Series } from '../../../src/figures/shared/series.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';

/** What remains of a series when its colour is gone. */
export interface Look {
  id: string;
  shape: string;
  /** Joined by a line, or single marks. */
  joined: boolean;
  /** Every mark has the thin line of days it can mean. */
  undated: boolean;
  /** Distance of its marks from the paper in lightness, from 0 to 1. */
  lightness: number;
  /** A text of its own stands beside one of its marks. */
  named: boolean;
  /** Left in the background, with all that the picture does not tell apart. */
  isRest: boolean;
}

/** Lightness by which two greys on one sheet can be told apart on a photocopy. */
const STEP = 0.09;
/** How far, in pixels, a text may stand from a mark and still be read as its own. */
const BESIDE = 60;

/** The look of a drawn series whose marks have this lightness. */
export function lookOf(series: Series, model: ChartModel, lightness: number): Look {
  const { id, shape, kind, points, tone } = series;
  return {
    id,
    shape,
    joined: kind === 'line',
    undated: points.every((point) => point.to > point.from),
    lightness,
    named: isNamedBeside(series, model),
    isRest: tone === 'rest',
  };
}

/** Pairs of series that a reader without colour cannot tell apart: neither by mark, line or lightness, nor by texts beside both; of what a picture leaves in grey none need be. */
export function alikeWithoutColour(looks: Look[]): [string, string][] {
  return looks.flatMap((one, index) =>
    looks
      .slice(index + 1)
      .filter((other) => areAlike(one, other))
      .map((other): [string, string] => [one.id, other.id]),
  );
}

function areAlike(one: Look, other: Look): boolean {
  const differ =
    one.shape !== other.shape ||
    one.joined !== other.joined ||
    one.undated !== other.undated ||
    Math.abs(one.lightness - other.lightness) > STEP;
  return !differ && !(one.named && other.named) && !(one.isRest && other.isRest);
}

/** Whether a label of the series, or of one of its rows, stands beside the mark it belongs to, or a line leads to it. */
function isNamedBeside(series: Series, model: ChartModel): boolean {
  const rows = series.points.map((point) => point.id);
  const places = model.placed.filter(({ row }) => rows.includes(row));
  // Where no two marks stand on one line, the words on it are read with them, however far away.
  const isInRows = new Set(model.placed.map(({ y }) => y)).size === model.placed.length;
  return model.labels.some(({ id, box }) => {
    const isLed = model.marks.some(({ kind, row }) => kind === 'bracket' && row === id);
    if (isLed && rows.includes(id)) return true;
    const marks = id === series.id ? places : places.filter(({ row }) => row === id);
    return marks.some(({ x, y }) => {
      const [across, down] = [Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.y0 - y, y - box.y1, 0)];
      return (isInRows && down === 0) || Math.hypot(across, down) < BESIDE;
    });
  });
}
