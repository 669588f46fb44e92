import { firstDay, lastDay } from '../../data/schemas/dates.ts';
import type { TimelineEvent } from '../../data/schemas/event.ts';
import type { Frame } from '../../charts/index.ts';
import { xOf, type Panel } from './panels.ts';

/** An event in its lane: `x` is its mark, `x0` and `x1` the days its date can mean, `row` its height in the pile. */
export interface Piled {
  event: TimelineEvent;
  x: number;
  x0: number;
  x1: number;
  row: number;
}

/** Returns the room that one mark takes in a pile, in pixels. */
export function rowHeight(frame: Frame): number {
  return 2 * frame.mark + 1.4;
}

/**
 * Piles up the events of one phase in these panels: marks that would meet stand over each other, none hiding another.
 * @param named Ids of events that bear a label, so that nothing stands on top of them.
 */
export function pile(events: TimelineEvent[], panels: Panel[], frame: Frame, named: ReadonlySet<string>): Piled[] {
  const places = events.map((event) => {
    const [x0, x1] = [xOf(firstDay(event.date), panels, frame), xOf(lastDay(event.date), panels, frame)];
    return { event, x: (x0 + x1) / 2, x0, x1 };
  });
  const rank = (place: Omit<Piled, 'row'>) => (named.has(place.event.id) ? 2 : isWide(place, frame) ? 1 : 0);
  places.sort((a, b) => rank(a) - rank(b) || a.x - b.x);
  const done: Piled[] = [];
  for (const place of places) {
    const met = done
      .filter(
        (other) =>
          reach(place, frame).from < reach(other, frame).to && reach(other, frame).from < reach(place, frame).to,
      )
      .map(({ row }) => row);
    const row = named.has(place.event.id) ? Math.max(-1, ...met) + 1 : firstFree(met);
    done.push({ ...place, row });
  }
  return done;
}

/** Checks that a date is so wide here that its days are drawn beside its mark. */
export function isWide({ x0, x1 }: Pick<Piled, 'x0' | 'x1'>, frame: Frame): boolean {
  return x1 - x0 > 2 * frame.mark;
}

function reach({ x, x0, x1 }: Omit<Piled, 'row'>, frame: Frame): { from: number; to: number } {
  const half = frame.mark + 0.7;
  return { from: Math.min(x - half, x0 - 1), to: Math.max(x + half, x1 + 1) };
}

function firstFree(taken: number[]): number {
  let row = 0;
  while (taken.includes(row)) row += 1;
  return row;
}
