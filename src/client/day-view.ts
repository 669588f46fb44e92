import { note } from './chosen-point.ts';
import { dayWords, lastUpTo, shortDay } from './iso-days.ts';
import { announce } from './dom.ts';
import { slider, type Slider } from './slider.ts';

/** Something that can be chosen in a figure, and left again. */
export interface Choice {
  /** Chooses what a token names; returns why it cannot, or an empty string. */
  choose(token: string): string;
  /** Leaves it; returns whether there was anything to leave. */
  leave(): boolean;
}

/** A figure as it was on a day that the reader chooses. */
export interface DayView extends Choice, Slider {
  /** Chooses a day otherwise than by the slider, and announces it. No day is the figure as it stands on the page. */
  go(day: string): void;
}

/**
 * Makes a slider over days.
 * @param stops Its days, in order; after the last one stands everything.
 * @param sentence Returns the words that are announced for a day.
 * @param show Shows a day, or everything.
 */
export function dayView(
  figure: HTMLElement,
  name: string,
  stops: readonly string[],
  sentence: (day: string) => string,
  show: (day: string) => void,
  labelled: number[],
): DayView {
  const end = stops.length;
  const words = (day?: string) => (day ? sentence(day) : 'everything');
  let chosen = '';
  const steps = slider(
    name,
    end,
    (index) => words(stops[index]),
    (index) => take(stops[index] ?? ''),
    [[end, 'all'], ...labelled.map((index): [number, string] => [index, shortDay(stops[index] as string)])],
  );
  steps.set(end);

  function take(day: string): void {
    chosen = day;
    show(day);
    note(figure.id, 0, day);
  }

  function go(day: string): void {
    steps.set(day ? lastUpTo(stops, day) : end);
    take(day);
    announce(words(day), steps.input);
  }

  return {
    ...steps,
    go,
    choose(day) {
      const [first] = stops as [string];
      if (day < first) return `The first day in this figure is ${dayWords(first)}.`;
      // Nothing is known to have changed after the last step.
      go(day > (stops[end - 1] as string) ? '' : day);
      return '';
    },
    leave() {
      const was = chosen;
      if (was) go('');
      return was !== '';
    },
  };
}
