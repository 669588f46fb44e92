/** Reads the marks of a picture: by mouse, by touch, and by arrow keys. Their words are those of the rows of the table. */
import { all, byId, copyOf, first, make, wordsOf } from './dom.ts';
import type { Readout } from './readout.ts';

/** Points around a pointer at which a mark is looked for, how far apart in CSS pixels, and the turn between them: 30 pixels around. */
const STEPS = 64;
const APART = 4;
const GOLDEN = 2.4;

/** Returns the row of the table behind a row id; a figure may leave its rows to another one. */
export function rowOf(figure: HTMLElement, row: string): HTMLElement | null {
  const line = byId(`${figure.dataset.rows ?? figure.id}-${row}`);
  return line?.matches('tr') ? line : null;
}

/**
 * Lets a reader read the marks of a figure.
 * @param choosing Is called with each row that is chosen, or with none.
 * @returns How to choose a row, or none; it returns whether the figure has that row.
 */
export function marks(
  figure: HTMLElement,
  picture: HTMLElement,
  say: Readout,
  choosing: (row: string) => void,
): (row: string) => boolean {
  // A slider without a face: arrow keys, and whatever a screen reader has in their place.
  const name = `${figure.id}-title`;
  const input = make('input', { type: 'range', class: 'marks comfort', value: '0', 'aria-labelledby': name });
  let [chosen, passing] = ['', ''];
  picture.prepend(input);

  /** The rows that are drawn, in the order of the table. */
  function rows(): string[] {
    const start = `${figure.dataset.rows ?? figure.id}-`;
    return all(`tr[id^="${start}"]`)
      .map((line) => line.id.slice(start.length))
      .filter((row) => first(picture, `[data-row="${row}"]`));
  }

  /** Marks what is drawn of a row, at every width, and returns its words; for no row, none. */
  function show(row: string, isPassing: boolean): Node[] {
    const line = rowOf(figure, row);
    for (const part of all<SVGElement>('[data-row]', picture))
      part.classList.toggle('is-read', part.dataset.row === row);
    return line ? [rowWords(figure, line, row, isPassing)] : [];
  }

  function choose(row: string): boolean {
    if (row === chosen) return true;
    const words = show(row, false);
    if (row && !words[0]) return false;
    chosen = row;
    say(words);
    place();
    choosing(row);
    return true;
  }

  /** Puts the slider where the choice is. */
  function place(): void {
    const order = rows();
    input.max = `${order.length}`;
    input.value = `${order.indexOf(chosen) + 1}`;
  }

  function pass(row: string): void {
    if (row === passing) return;
    passing = row;
    const words = show(row || chosen, true);
    say(row && row !== chosen ? words : [], true);
  }

  input.onfocus = place;
  input.oninput = () => choose(rows()[+input.value - 1] ?? '');
  picture.onpointermove = (event) => event.pointerType !== 'touch' && pass(rowAt(event));
  picture.onpointerleave = () => pass('');
  picture.onclick = (event) => (event.target as Element).closest('svg') && choose(rowAt(event));
  return choose;
}

/** Returns the row of what is drawn under a pointer, or nearest to it if anything is near. */
function rowAt({ clientX, clientY, target }: MouseEvent): string {
  const svg = (target as Element).closest('svg');
  // Along a spiral, the points of which lie evenly.
  for (let step = 0; svg && step < STEPS; step += 1) {
    const far = APART * Math.sqrt(step);
    const found = document
      .elementFromPoint(clientX + far * Math.cos(GOLDEN * step), clientY + far * Math.sin(GOLDEN * step))
      ?.closest<SVGElement>('[data-row]');
    if (found && svg.contains(found)) return found.dataset.row ?? '';
  }
  return '';
}

/** Returns when, how many or where, and who, with the sources of a row or the way to them. */
function rowWords(figure: HTMLElement, line: HTMLElement, row: string, isPassing: boolean): HTMLElement {
  const [date, name, rest] = copyOf(line) as [HTMLElement, HTMLElement, HTMLElement];
  const page = first<HTMLAnchorElement>(figure, 'a[data-copies]');
  if (isPassing) {
    // What is gone with the pointer holds no links, and no more than can be read at once.
    for (const note of all('small', rest)) note.remove();
    rest.replaceChildren(wordsOf(rest));
  } else if (page && !first(rest, 'a'))
    rest.append(' ', make('a', { href: `${page.href}#${figure.id}-${row}` }, 'Source and notes'));
  return make('p', {}, `${wordsOf(date)} · `, make('b', {}, wordsOf(name)), ' · ', ...copyOf(rest));
}
