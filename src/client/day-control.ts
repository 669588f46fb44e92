import { dayView, type Choice } from './day-view.ts';
import { endsOfPhases, lastUpTo, shortDay } from './iso-days.ts';
import { all, button, copyOf, first, make, setCurrent, setLater, collapsedText } from './dom.ts';

/** The most days between the first and the last that have a label. */
const LABELLED = 4;

/** Adds a slider to a map, with which a reader goes through its days. Its words are those of the list of days. */
export function dayControl(figure: HTMLElement): Choice {
  const items = all('.map__days [data-day]', figure);
  const days = items.map((item) => item.dataset.day as string);
  const picture = first(figure, '.figure__picture') as HTMLElement;
  // The country in the corner goes with the large map; small maps beside it have their own days.
  const parts = all<SVGElement>('.chart [data-from], symbol [data-from]', figure);

  const strip = make('div', { class: 'reading__strip comfort' });
  const view = dayView(
    figure,
    'Show the map as it was on',
    days,
    (day) => collapsedText(items[lastUpTo(days, day)]),
    show,
    [0, days.length - 1, ...endsOfPhases(days).slice(0, LABELLED)],
  );
  const whole = button('Show the whole map', () => {
    view.leave();
    view.input.focus();
  });
  const control = make('div', { class: 'days comfort' }, view.root);
  picture.append(control, strip);
  show('');

  function show(day: string): void {
    for (const part of parts) setLater(part, day !== '' && (part.dataset.from as string) > day);
    const at = lastUpTo(days, day);
    items.forEach((item, index) => setCurrent(item, index === at, 'date'));
    fill(items[at], day);
    strip.classList.toggle('is-chosen', day !== '');
    if (day) control.append(whole);
    else whole.remove();
  }

  function fill(item: HTMLElement | undefined, day: string): void {
    strip.textContent = '';
    if (item && !days.includes(day)) strip.append(`As of ${shortDay(day)}; last change: `);
    strip.append(...(item ? copyOf(item) : ['Choose a day to see what had been taken and given back.']));
  }

  return view;
}
