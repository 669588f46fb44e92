/**
 * Copies the address of a section, a figure or a number when its link is clicked, or the text beside a button of `copy-as.ts`, and
 * prints the page from “Print”; without scripts, or where it is refused, the links lead to the address and to the forms for paper.
 * Alone in its page: it imports nothing.
 */

/** Milliseconds for which a reader is told what was done. */
const SHOWN = 6000;

// A page that was saved while it was read holds what this added; it begins anew.
document.querySelector('.said')?.remove();
const said = document.createElement('p');
said.className = 'said';
said.setAttribute('role', 'status');
document.body.append(said);

function say(words: string): void {
  said.textContent = words;
  setTimeout(() => (said.textContent = ''), SHOWN);
}

addEventListener('click', async (event) => {
  const pressed = (event.target as Element).closest<HTMLElement>('[data-copies], [data-prints]');
  // Whoever opens it in another tab wants the page.
  if (!pressed || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const { copies } = pressed.dataset;
  if (copies === undefined) return print();
  const text = document.getElementById(copies);
  const { href } = pressed as HTMLAnchorElement;
  try {
    await navigator.clipboard.writeText(text?.textContent ?? href);
    say('Copied');
  } catch {
    if (!text) return location.assign(href);
    getSelection()?.selectAllChildren(text);
    say(`Selected: press ${matchMedia('(pointer: coarse)').matches ? 'long on it to copy' : 'Ctrl+C or ⌘C'}`);
  }
});

// A module, so that its names are its own.
export {};
