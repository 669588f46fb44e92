/**
 * Opens notes where they are cited. On narrow screens, where notes stand at the section's end, a click on a note's number shows a copy
 * of it under its own paragraph; a second click, its close button or Escape closes it. Without this script the number leads to the note itself.
 */
import { all, button, byId, copyOf, focus, make } from './dom.ts';

const wide = matchMedia('(min-width: 68.75em)');

for (const link of all<HTMLAnchorElement>('.ref a')) {
  link.onclick = (event) => {
    const note = byId(link.hash.slice(1));
    const block = link.closest('p, li');
    if (wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || !note || !block) return;
    event.preventDefault();
    const open = byId(copyId(note));
    if (open) close(open, link);
    else show(note, block, link);
  };
}

function show(note: HTMLElement, block: Element, link: HTMLAnchorElement): void {
  const copy = make(
    'div',
    {
      class: 'note--here',
      id: copyId(note),
      role: 'note',
      'aria-label': link.getAttribute('aria-label') ?? '',
      tabindex: '-1',
    },
    ...copyOf(note),
    button('Close', () => close(copy, link)),
  );
  copy.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    // So that Escape closes nothing else with it.
    event.preventDefault();
    close(copy, link);
  };
  if (block.matches('li')) block.append(copy);
  else block.after(copy);
  link.setAttribute('aria-expanded', 'true');
  focus(copy);
}

function close(copy: HTMLElement, link: HTMLAnchorElement): void {
  copy.remove();
  link.removeAttribute('aria-expanded');
  focus(link);
}

function copyId(note: HTMLElement): string {
  return `${note.id}-here`;
}
