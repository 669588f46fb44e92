/** Marks the section being read in the contents list. Without it the list is just a list. */
import { all, setCurrent } from './dom.ts';

const links = new Map<string, HTMLAnchorElement>();
for (const link of all<HTMLAnchorElement>(document, '.contents--wide a')) links.set(link.hash.slice(1), link);

if (links.size > 0) {
  const visible = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target.id);
        else visible.delete(target.id);
      }
      const current = [...links.keys()].find((id) => visible.has(id));
      for (const [id, link] of links) setCurrent(link, id === current, 'true');
    },
    // A section counts as read while it crosses a band in the upper third of the window.
    { rootMargin: '-20% 0px -70%' },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
}
