/**
 * Opens notes where they are cited. On narrow screens, where notes stand at the section's end, a click on a note's number shows a copy
 * of it under its own paragraph; a second click, its close button or Escape closes it. Without this script the number leads to the
 * note itself. Alone in its page: it imports nothing.
 */
const wide = matchMedia('(min-width: 68.75em)');

// A page that was saved while it was read holds what this added; it begins anew.
for (const left of document.querySelectorAll('.note--here')) left.remove();

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.ref a');
  const note = link && document.getElementById(link.hash.slice(1));
  const block = link?.closest('p, li');
  if (!note || !block || wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const id = `${note.id}-here`;
  const open = document.getElementById(id);
  const copy = open ?? document.createElement('div');
  const setOpen = (isOpen: boolean) => {
    link.setAttribute('aria-expanded', `${isOpen}`);
    (isOpen ? copy : link).focus({ preventScroll: true });
    if (!isOpen) copy.remove();
  };
  if (open) return setOpen(false);

  const button = document.createElement('button');
  button.textContent = 'Close';
  button.onclick = () => setOpen(false);
  copy.onkeydown = (one) => {
    if (one.key !== 'Escape') return;
    // So that Escape closes nothing else with it.
    one.preventDefault();
    setOpen(false);
  };
  copy.id = id;
  copy.className = 'note--here';
  copy.tabIndex = -1;
  copy.setAttribute('role', 'note');
  copy.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
  copy.append(...note.cloneNode(true).childNodes, button);
  if (block.matches('li')) block.append(copy);
  else block.after(copy);
  setOpen(true);
});

// A module, so that its names are its own.
export {};
