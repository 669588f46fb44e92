/**
 * Adds to the map a slider over its days, in which each day takes as much room as any other, and the words of the list of days. The
 * day stands in the address, `?at=2023-12-01#map`. Without it the map shows the last state known; with it, what is of a later day, or of no day, is gone.
 * It imports nothing; `figures.ts`, which runs before it, takes away what it had added to a page that was saved while it was read.
 */
const DAY = 86_400_000;

const figure = document.querySelector('.map__days')!.closest('figure')!;
const control = document.createElement('div');
control.className = 'days comfort';
control.innerHTML =
  '<label>Show the map as it was on <input type="range"></label><p role="status"></p><button>Show all days</button>';
figure.querySelector('.figure__main')!.before(control);
const [label, words, all] = control.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
label.after(figure.querySelector('.map__ticks')!.cloneNode(true));
const input = control.querySelector('input')!;

const items = [...figure.querySelectorAll<HTMLElement>('.map__days>li')];
const times = items.map(({ dataset }) => Date.parse(dataset.day!));
const start = times[0]!;
/** The place after the last change, where everything is shown. */
const end = times[times.length - 1]! + DAY;
Object.assign(input, { min: start, max: end, step: DAY });

/** Shows the map as it was on a day, with the last change up to then, or all of it; returns the day. */
function show(time: number): string {
  const day = time < end ? new Date(time).toISOString().slice(0, 10) : '';
  const by = day || '9';
  const long = new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const now = items[times.filter((one) => day && one <= time).length - 1];
  for (const part of figure.querySelectorAll<SVGElement>('[data-from]')) {
    part.classList.toggle('is-later', part.dataset.from! > by);
    part.classList.toggle('is-then', part.dataset.until! > by);
  }
  // What the title says is of today, and so is all that stands around the map.
  figure.querySelector<HTMLElement>('.figure__title')!.dataset.day = day && `The map as it was on ${long}`;
  figure.dataset.day = day;
  input.value = `${time}`;
  input.setAttribute('aria-valuetext', day && long);
  words.replaceChildren(...(now?.cloneNode(true).childNodes ?? ['All days shown']));
  return day;
}

function choose(time: number): void {
  const day = show(time);
  try {
    history.replaceState(0, '', day ? `?at=${day}#${figure.id}` : location.pathname);
  } catch {
    // Browsers refuse an address that changes all the time, and some that of a file; the choice itself holds.
  }
}

input.oninput = () => choose(+input.value);
all.onclick = () => choose(end);
// Arrow keys go from change to change, not through days on which nothing happened.
input.onkeydown = (event) => {
  const [key, back] = /^Arrow(Left|Down)?/.exec(event.key) ?? [];
  if (!key) return true;
  const at = +input.value;
  choose(back ? times.filter((time) => time < at).pop() || at : times.find((time) => time > at) || end);
  return false;
};

const asked = Date.parse(/at=(\d{4}-..-..)/.exec(location.search)?.[1] as string);
show(asked >= start ? asked : end);

// A module, so that its names are its own.
export {};
