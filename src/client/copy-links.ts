/**
 * Copies the address of a section, a figure or a number when its link is clicked, and prints the page from “Print”; without
 * scripts, or where it is refused, the links lead to the address and to the forms for paper.
 */
import { all, announce, voice } from './dom.ts';

for (const link of all<HTMLAnchorElement>('a[data-copies]')) {
  link.onclick = (event) => {
    // Whoever opens it in another tab wants the page.
    const { clipboard } = navigator;
    if (!clipboard || event.ctrlKey || event.metaKey) return;
    clipboard.writeText(link.href).then(
      () => {
        announce('Copied');
        voice.className = 'said';
      },
      () => (location.href = link.href),
    );
    return false;
  };
}

for (const link of all<HTMLAnchorElement>('a[data-prints]')) {
  link.onclick = () => {
    print();
    return false;
  };
}
