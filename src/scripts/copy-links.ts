/** A press on the link to a section, a figure or a number also copies its address. The link leads where it led before. */
import { all, say, voice } from './dom.ts';

for (const link of all<HTMLAnchorElement>(document, 'a[data-copies]')) {
  link.onclick = () => {
    navigator.clipboard?.writeText(link.href).then(
      () => {
        say('Link copied');
        voice.className = 'said comfort';
      },
      // Not allowed: the address still stands in the link, and soon in the address bar.
      () => {},
    );
  };
}
