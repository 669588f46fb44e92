/** Makes an element with attributes and what is inside it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...inside);
  return element;
}

/** Makes a button that does one thing. */
export function button(words: string, action: () => void): HTMLButtonElement {
  const element = make('button', { type: 'button' }, words);
  element.onclick = action;
  return element;
}

// A page that was saved while it was read holds what scripts had added; they begin anew.
for (const left of all('figure .comfort, .note--here, body > p[role]')) left.remove();

/** The element whose words screen readers speak. `copy-links.ts` also shows it, until something else is announced. */
export const voice = make('p', { role: 'status' });
document.body.append(voice);

/** Milliseconds without another change before words are announced, and for which they stay. */
const REST = 400;
const SHOWN = 6000;
let timer: ReturnType<typeof setTimeout> | 0 = 0;

/** Has screen readers speak what a reader chose, unless a control that has the focus says it by itself. */
export function announce(words: string, control?: Element): void {
  clearTimeout(timer);
  voice.className = 'visually-hidden comfort';
  if (control === document.activeElement) words = '';
  timer = setTimeout(() => {
    voice.textContent = words;
    timer = setTimeout(() => (voice.textContent = ''), SHOWN);
  }, REST);
}

/** Returns where what can be pressed in a figure stands: in the fold under its picture, or right under the picture where there is none. */
export function toolsOf(figure: HTMLElement): HTMLElement {
  return (first(figure, '.figure__tools') ?? first(figure, '.figure__picture')) as HTMLElement;
}

/** Returns the element with an id. */
export function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/** Moves the focus, and nothing else. */
export function focus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** Returns the first element that matches. */
export function first<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

/** Returns all elements that match. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll<E>(selector)];
}

/** Returns the row of a figure's table behind a row id. */
export function tableRow(figure: Element, row: string): HTMLElement | null {
  const line = byId(`${figure.id}-${row}`);
  return line?.matches('tr') ? line : null;
}

/** Returns an element's words, runs of spaces as one. */
export function collapsedText(element?: Node | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Returns the words of a row of a table: a place and when it was taken, or a day and its number; then the rest, without sources. */
export function rowSentence(line?: Element | null): string {
  const [date, name, rest] = line?.children ?? [];
  const [when, what] = [collapsedText(date), collapsedText(name)];
  return `${name && first(name, 'a') ? `${what}, taken ${when}:` : `${when}: ${what}.`} ${collapsedText(rest?.firstChild)}`;
}

/** Returns the name of a figure: `Figure 1`. */
export function figureName(figure: Element): string {
  return collapsedText(first(figure, '.figure__number'));
}

/** Marks or unmarks what is current. */
export function setCurrent(element: Element, isCurrent: boolean, kind: string): void {
  if (isCurrent) element.setAttribute('aria-current', kind);
  else element.removeAttribute('aria-current');
}

/** Copies what is inside an element. */
export function copyOf(element: Node): ChildNode[] {
  return [...element.cloneNode(true).childNodes];
}

/** The class of what does not hold yet on the chosen day. It is hidden on screen, never on paper. */
const LATER = 'is-later';

/** Marks what does not hold yet on the chosen day, or unmarks it. */
export function setLater(element: Element, isLater: boolean): void {
  element.classList.toggle(LATER, isLater);
}

/** Checks that something does not hold yet on the chosen day. */
export function isLater(element: Element): boolean {
  return element.classList.contains(LATER);
}
