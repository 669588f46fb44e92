import { boxPath, num, type Box, type Mark, type Tone } from '../../charts/index.ts';
import { sharedTone } from '../shared/drawn-places.ts';
import type { LaterMonth, TownMonth } from './months.ts';
import type { Layout } from './layout.ts';

/** A town with the box of its square. */
export interface Square<T extends TownMonth = TownMonth> {
  town: T;
  box: Box;
}

/** Piles the towns of each month up from the upper line, in their order. */
export function pileUp(towns: TownMonth[], layout: Layout): Square[] {
  return pile(towns, layout, (rank) => layout.line.taken - (rank + 1) * layout.row);
}

/** Hangs the towns of each month under the lower line, in their order. */
export function pileDown(towns: LaterMonth[], layout: Layout): Square<LaterMonth>[] {
  return pile(towns, layout, (rank) => layout.line.back + rank * layout.row);
}

function pile<T extends TownMonth>(towns: T[], { months, step, row, gap }: Layout, top: (rank: number) => number) {
  return [...Map.groupBy(towns, ({ month }) => month)].flatMap(([month, group]) => {
    const x = months.indexOf(month) * step;
    return group.map((town, rank): Square<T> => {
      const y = top(rank);
      return { town, box: { x0: x + gap.x / 2, x1: x + step - gap.x / 2, y0: y + gap.y / 2, y1: y + row - gap.y / 2 } };
    });
  });
}

/** Draws a town taken: full in the colour of the alliance or of all others, hollow where month or report are less firm. */
export function takenMark({ town, box }: Square): Mark {
  const tone: Tone = sharedTone(town.place) === 'alliance' ? 'alliance' : 'rest';
  return { ...squareMark(box, tone, town.isUnsure), row: town.place.id };
}

/** Draws what became of a town: with the military again as a slate square cut by a stroke, disputed as its outline alone, passed to others in grey. */
export function laterMark({ town, box }: Square<LaterMonth>): Mark {
  if (town.kind === 'passed') return { ...squareMark(box, 'rest', town.isUnsure), row: town.place.id };
  const mark = town.kind === 'back' ? backMark(box, town.isUnsure) : squareMark(box, 'military', town.isUnsure);
  return { ...mark, row: town.place.id };
}

/** Draws the square of a town that the military has again. */
export function backMark(box: Box, isUnsure = false): Mark {
  return { ...squareMark(box, 'military', isUnsure), d: struck(box, isUnsure) };
}

/** Half of the stroke of an outline, which is drawn inside its square. */
const INSET = 0.8;

/** Draws one square in its box: full, or as its outline. */
export function squareMark(box: Box, tone: Tone, isHollow: boolean): Mark {
  return { kind: isHollow ? 'open' : 'filled', tone, d: boxPath(isHollow ? inset(box) : box), boxes: [box] };
}

/** Two halves with the stroke between them: one path, whose stroke is paper where it is full. */
function struck(box: Box, isHollow: boolean): string {
  const { x0, x1, y0, y1 } = isHollow ? inset(box) : box;
  if (isHollow) return `${boxPath({ x0, x1, y0, y1 })}M${num(x0)} ${num(y1)}L${num(x1)} ${num(y0)}`;
  const half = Math.min(x1 - x0, y1 - y0) / 9;
  return [
    `M${num(x0)} ${num(y0)}H${num(x1 - half)}L${num(x0)} ${num(y1 - half)}z`,
    `M${num(x1)} ${num(y1)}H${num(x0 + half)}L${num(x1)} ${num(y0 + half)}z`,
  ].join('');
}

function inset({ x0, x1, y0, y1 }: Box): Box {
  return { x0: x0 + INSET, x1: x1 - INSET, y0: y0 + INSET, y1: y1 - INSET };
}
