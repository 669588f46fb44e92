import { note } from './address.ts';
import { lastUpTo } from './days.ts';
import { say } from './dom.ts';
import { slider, type Slider } from './slider.ts';

/** Something that can be chosen in a figure, and left again. */
export interface Choice {
  /** Chooses what a token names, and says whether the figure has it. */
  choose(token: string): boolean;
  /** Leaves it, and says whether there was anything to leave. */
  leave(): boolean;
}

/** A figure as it was on a day that the reader chooses. */
export interface DayView extends Choice, Slider {
  /** Chooses a day otherwise than by the slider, and says so. No day is the figure as it stands on the page. */
  go(day: string): void;
}

/**
 * A slider over days.
 * @param days In order; an empty one at the end stands for everything.
 * @param words What is said of a day.
 * @param show Shows a day, or everything.
 */
export function dayView(figure: HTMLElement, name: string, days: readonly string[], words: (day: string) => string, show: (day: string) => void, ticks: [number, string][]): DayView {
  const end = days.length - 1;
  let chosen = '';
  const steps = slider(name, end, (index) => words(days[index] as string), (index) => take(days[index] as string), ticks);
  steps.set(end);

  function take(day: string): void {
    chosen = day;
    show(day);
    note(figure.id, 0, day);
  }

  function go(day: string): void {
    steps.set(day ? lastUpTo(days, day) : end);
    take(day);
    say(words(day));
  }

  return {
    ...steps,
    go,
    choose(day) {
      const isWithin = day >= (days[0] as string) && day <= (days[end] || (days[end - 1] as string));
      if (isWithin) go(day);
      return isWithin;
    },
    leave() {
      const was = chosen;
      if (was) go('');
      return was !== '';
    },
  };
}
