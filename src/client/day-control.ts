import { dayView, type Choice } from './day-view.ts';
import { endsOfPhases, lastUpTo, shortDay } from './iso-days.ts';
import { all, button, copyOf, first, make, announce, setCurrent, setLater, collapsedText } from './dom.ts';

/** Milliseconds for which each day is shown while the days run. */
const STEP = 1200;

/** The most days between the first and the last that have a label. */
const LABELLED = 4;

/** Adds a slider and a button to a map, with which a reader goes through its days. Its words are those of the list of days. */
export function dayControl(figure: HTMLElement): Choice {
  const items = all('.map__days [data-day]', figure);
  const days = items.map((item) => item.dataset.day as string);
  const end = days.length - 1;
  const picture = first(figure, '.figure__picture') as HTMLElement;
  // The country in the corner goes with the large map; small maps beside it have their own days.
  const parts = all<SVGElement>('.chart [data-from], symbol [data-from]', figure);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let timer = 0;

  const strip = make('div', { class: 'reading__strip comfort' });
  const view = dayView(
    figure,
    'Show the map as it was on',
    days,
    (day) => collapsedText(items[lastUpTo(days, day)]),
    show,
    [0, end, ...endsOfPhases(days).slice(0, LABELLED)],
  );
  const play = button('', () => {
    if (stop()) return;
    if (calm.matches) view.go(next());
    else run();
    name();
  });
  const whole = button('Show the whole map', () => {
    view.leave();
    view.input.focus();
  });
  picture.append(make('div', { class: 'days comfort' }, view.root, play), strip);
  name();
  show('');

  function show(day: string): void {
    for (const part of parts) setLater(part, day !== '' && (part.dataset.from as string) > day);
    const at = lastUpTo(days, day);
    items.forEach((item, index) => setCurrent(item, index === at, 'date'));
    fill(items[at], day);
    strip.classList.toggle('is-chosen', day !== '');
    if (day) play.after(whole);
    else whole.remove();
  }

  function fill(item: HTMLElement | undefined, day: string): void {
    strip.textContent = '';
    if (item && !days.includes(day)) strip.append(`As of ${shortDay(day)}; last change: `);
    strip.append(...(item ? copyOf(item) : ['Choose a day to see what had been taken and given back.']));
  }

  function next(): string {
    return days[+view.input.value + 1] ?? (days[0] as string);
  }

  function run(): void {
    view.go(next());
    // A screen reader cannot keep up; it hears the day on which they stop.
    announce('');
    timer = +setTimeout(+view.input.value < end ? run : stop, STEP);
  }

  /** Ends the run of days, and says whether there was one. */
  function stop(): boolean {
    const ran = timer > 0;
    clearTimeout(timer);
    timer = 0;
    name();
    if (ran) announce(collapsedText(strip));
    return ran;
  }

  function name(): void {
    play.textContent = timer ? 'Pause' : calm.matches ? 'Next day' : 'Play the days';
  }

  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(kind, (event) => {
      if (timer && event.target !== play) stop();
    });
  }
  new IntersectionObserver(([entry]) => entry?.isIntersecting || !timer || stop()).observe(figure);

  return {
    choose: view.choose,
    leave: () => stop() || view.leave(),
  };
}
