/** Buttons that copy the texts beside them, and one that shares the page where the browser can. Alone in its page: it imports nothing. */

/** Milliseconds for which a button says what it did. */
const SHOWN = 4000;

// A page that was saved while it was read holds what this added; it begins anew.
for (const left of document.querySelectorAll('.copy-as .comfort')) left.remove();

for (const form of document.querySelectorAll('.copy-as__form')) {
  const [label, text] = form.children as unknown as [HTMLElement, HTMLElement];
  const copy = addButton('Copy', `Copy as ${label.textContent}`);
  const status = document.createElement('span');
  status.className = 'copy-as__said';
  status.setAttribute('role', 'status');
  const bar = document.createElement('span');
  bar.className = 'copy-as__bar comfort';
  bar.append(status, copy);
  text.before(bar);
  let timer = 0;

  copy.onclick = async () => {
    const done = await copyText(text.textContent ?? '');
    if (!done) select(text);
    const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches;
    status.textContent = done
      ? 'Copied'
      : isTouch
        ? 'Selected: press long on it to copy'
        : 'Selected: press Ctrl+C or ⌘C';
    clearTimeout(timer);
    if (done) timer = window.setTimeout(() => (status.textContent = ''), SHOWN);
  };
}

const section = document.querySelector<HTMLElement>('.copy-as');
if (section && 'share' in navigator) {
  const { shareTitle: title, shareText: text, shareUrl } = section.dataset;
  const share = addButton('Share …');
  share.className = 'copy-as__share comfort';
  section.querySelector('.copy-as__title')?.after(share);
  share.onclick = async () => {
    try {
      // A copy kept as a file has no address for others.
      await navigator.share({
        title,
        text,
        ...(shareUrl ? { url: shareUrl } : /^http/.test(location.protocol) && { url: location.href }),
      });
    } catch {
      // Put away by the reader, or not allowed: the texts are still there.
    }
  };
}

function addButton(words: string, name = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(words);
  if (name) button.setAttribute('aria-label', name);
  return button;
}

/** Copies a text, and returns whether the clipboard took it. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects a text, so that the keys that copy work on it. */
function select(text: HTMLElement): void {
  getSelection()?.selectAllChildren(text);
}

// A module, so that its names are its own.
export {};
