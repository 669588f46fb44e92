import type { Picture } from '../../charts/index.ts';
import type { ChartModel } from '../../figures/shared/model.ts';

/** Chart on a card: what it shows of a picture, and the room it takes, in pixels. */
export interface CardChart {
  picture: Picture;
  width: number;
  height: number;
  /** Its size as a share of the designed one. */
  scale: number;
  /** Where in the picture the shown part begins. */
  from: { x: number; y: number };
  /** Whether words of it or parts of its key were left out, because no reader could read them. */
  isBare: boolean;
}

/** Below this share of its designed size a chart's words cannot be read on a card. */
const READABLE = 0.75;
/** How much larger the words of an axis are than in the figure, where they stand alone. */
const LARGER = 1.5;

/** Forms of a figure that a card can show: its models, and the small picture that some have. */
export interface CardForms {
  models: readonly ChartModel[];
  small: Picture | null;
}

/** Chooses the form of a figure that reads best in this room: the one made for it, else its phone picture, or where that is too long its marks and axes alone. */
export function cardChart({ models, small }: CardForms, room: { width: number; height: number }): CardChart {
  if (small)
    return {
      ...whole(small, Math.min(room.width / small.frame.width, room.height / small.frame.height)),
      isBare: true,
    };
  const fitting = models
    .map((model) => ({ model, scale: Math.min(room.width / model.frame.width, room.height / model.frame.height) }))
    .sort((a, b) => b.scale - a.scale);
  const best = fitting.find(({ scale }) => scale >= READABLE);
  if (best) return whole(best.model, best.scale);
  return bare(models.at(-1) as ChartModel, room);
}

function whole(picture: Picture, scale: number): CardChart {
  const { width, height } = picture.frame;
  return { picture, width: width * scale, height: height * scale, scale, from: { x: 0, y: 0 }, isBare: false };
}

/** Marks and axes alone, cut to what they take. */
function bare(model: ChartModel, room: { width: number; height: number }): CardChart {
  const { frame } = model;
  const text = frame.text * LARGER;
  // The key goes with the words that it would explain.
  const keyEnd = Math.max(0, ...model.labels.filter(({ kind }) => kind === 'key').map(({ box }) => box.y1));
  const marks = model.marks.filter(({ d, kind }) => kind !== 'bracket' && topOf(d) > keyEnd);
  const ticks = model.axes.flatMap(({ labels }) =>
    labels.map(({ box }) => ({ x0: box.x0 - text, x1: box.x1 + text, y0: box.y0 - 6, y1: box.y1 + 4 })),
  );
  const boxes = [...marks.flatMap((mark) => mark.boxes), ...ticks];
  const [x0, y0] = [Math.min(...boxes.map((box) => box.x0)), Math.min(...boxes.map((box) => box.y0))];
  const [width, height] = [Math.max(...boxes.map((box) => box.x1)) - x0, Math.max(...boxes.map((box) => box.y1)) - y0];
  const scale = Math.min(room.width / width, room.height / height);
  return {
    picture: { ...model, frame: { ...frame, text }, marks, labels: [] },
    width: width * scale,
    height: height * scale,
    scale,
    from: { x: x0, y: y0 },
    isBare: true,
  };
}

/** Returns the height at which a path begins, from above. */
function topOf(d: string): number {
  return Number(/^M-?[\d.]+[ ,]?(-?[\d.]+)/.exec(d)?.[1] ?? 0);
}
