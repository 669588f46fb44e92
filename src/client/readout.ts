import { make } from './dom.ts';

/** Shows words under a picture: those of what is chosen, until others take their place, or those of what a pointer passes over. */
export type Readout = (words: readonly Node[], isPassing?: boolean) => void;

/**
 * Adds to a picture a line of words. While a pointer passes it hangs over what stands under the picture, so that nothing moves;
 * for a choice it takes its room.
 * @param leave Leaves what is chosen.
 */
export function readout(picture: HTMLElement, leave: () => void): Readout {
  const strip = make('div', { class: 'readout comfort', role: 'status' });
  const close = make('button', { type: 'button' }, 'Close');
  let chosen: readonly Node[] = [];
  close.onclick = leave;
  picture.append(strip);

  return (words, isPassing = false) => {
    // What goes again by itself must not take the focus with it.
    if (isPassing && strip.matches(':focus-within')) return;
    if (!isPassing) chosen = [...words, ...(words[0] ? [close] : [])];
    strip.replaceChildren(...(words[0] && isPassing ? words : chosen));
    strip.style.marginBottom = chosen[0] ? '' : `-${strip.getBoundingClientRect().height}px`;
  };
}
