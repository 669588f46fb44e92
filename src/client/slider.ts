import { make } from './dom.ts';

/** A stepped slider that says each step in words. */
export interface Slider {
  root: HTMLElement;
  input: HTMLInputElement;
  /** Moves it without calling `move`. */
  set(index: number): void;
}

/** The least room between two labels, in pixels. */
const GAP = 8;

/**
 * Makes a native range input, so that arrow keys, Home, End and touch are the reader's own.
 * @param words What a screen reader says for a step.
 * @param ticks Labels of some steps, the most important first; one that would touch another is left out.
 */
export function slider(
  name: string,
  end: number,
  words: (index: number) => string,
  move: (index: number) => void,
  ticks: [index: number, label: string][] = [],
): Slider {
  const input = make('input', { type: 'range', max: `${end}` });
  const root = make('div', { class: 'slider comfort' }, make('label', {}, name, input));
  const describeStep = () => input.setAttribute('aria-valuetext', words(+input.value));
  input.oninput = () => {
    move(+input.value);
    describeStep();
  };
  if (ticks.length > 0) {
    const labels = ticks.map(([index, label]) => {
      const element = make('span', {}, label);
      element.style.setProperty('--at', `${index / end}`);
      return element;
    });
    const fit = () => {
      const taken: [number, number][] = [];
      for (const label of labels) {
        const { left, right } = label.getBoundingClientRect();
        const meets = taken.some(([from, to]) => left < to && right > from);
        label.classList.toggle('is-left-out', meets);
        if (!meets) taken.push([left - GAP, right + GAP]);
      }
    };
    root.append(make('div', { class: 'slider__ticks', 'aria-hidden': 'true' }, ...labels));
    addEventListener('resize', fit);
    setTimeout(fit);
  }
  return {
    root,
    input,
    set(index) {
      input.value = `${index}`;
      describeStep();
    },
  };
}
