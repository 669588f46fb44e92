/** Adds buttons that copy the texts beside them, as `copy-links.ts` does, and one that shares the page where the browser can. It imports nothing. */

// A page that was saved while it was read holds what this added; it begins anew.
for (const left of document.querySelectorAll('.copy-as .comfort')) left.remove();

function addButton(before: Element, words: string, className: string): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { className, textContent: words });
  before.before(button);
  return button;
}

for (const text of document.querySelectorAll<HTMLElement>('.copy-as__text')) {
  const copy = addButton(text, 'Copy', 'comfort');
  copy.dataset.copies = text.id;
  copy.setAttribute(
    'aria-label',
    `Copy ${text.dataset.what ?? `as ${text.parentElement?.firstElementChild?.textContent}`}`,
  );
}

const section = document.querySelector<HTMLElement>('.copy-as');
if (section && 'share' in navigator) {
  const { shareTitle: title, shareText: text, shareUrl } = section.dataset;
  // A copy kept as a file has no address for others.
  const url = shareUrl ?? (location.host ? location.href : undefined);
  addButton(section.children[1] as Element, 'Share …', 'copy-as__share comfort').onclick = () =>
    // Put away by the reader, or not allowed: the texts are still there.
    navigator.share({ title, text, url }).catch(() => {});
}

// A module, so that its names are its own.
export {};
