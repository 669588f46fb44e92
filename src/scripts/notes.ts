/**
 * On narrow screens, where notes stand at the section's end, a press on a note's number opens a copy of it under its
 * own paragraph, and a second press closes it. Without this script the number leads to the note itself.
 */
const wide = window.matchMedia('(min-width: 1100px)');

for (const link of document.querySelectorAll<HTMLAnchorElement>('.ref a')) {
  link.addEventListener('click', (event) => {
    if (wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(link.hash.slice(1));
    const block = link.closest('p, li');
    if (!note || !block) return;
    event.preventDefault();
    const open = block.querySelector(':scope > .note--here') ?? (block.nextElementSibling?.matches('.note--here') ? block.nextElementSibling : null);
    if (open) {
      open.remove();
      link.removeAttribute('aria-expanded');
      return;
    }
    const copy = document.createElement('div');
    copy.className = 'note--here';
    copy.setAttribute('role', 'note');
    copy.setAttribute('aria-label', `Note ${link.textContent}`);
    copy.tabIndex = -1;
    for (const part of note.querySelectorAll(':scope > p')) copy.append(part.cloneNode(true));
    if (block.matches('li')) block.append(copy);
    else block.after(copy);
    link.setAttribute('aria-expanded', 'true');
    copy.focus({ preventScroll: true });
  });
}
