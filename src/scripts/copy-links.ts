/** A press on the link to a section, a figure or a number copies its address, and leads there only where that is refused. */
import { all, say, voice } from './dom.ts';

const { clipboard } = navigator;

for (const link of all<HTMLAnchorElement>(document, 'a[data-copies]')) {
  link.onclick = (event) => {
    // Whoever opens it in another tab wants the page.
    if (!clipboard || event.ctrlKey || event.metaKey) return;
    clipboard.writeText(link.href).then(
      () => {
        say('Link copied');
        voice.className = 'said comfort';
      },
      () => (location.href = link.href),
    );
    return false;
  };
}
