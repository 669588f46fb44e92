/** Marks the section being read in the contents list. Without it the list is just a list. Alone in its page: it imports nothing. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const sections = links.map(({ hash }) => document.getElementById(hash.slice(1)));
const visible = new Set<Element | null>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    const current = sections.findIndex((section) => visible.has(section));
    links.forEach((link, index) => {
      if (index === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  },
  // A section counts as read while it crosses a band in the upper third of the window.
  { rootMargin: '-20% 0px -70%' },
);
for (const section of sections) if (section) observer.observe(section);

// A module, so that its names are its own.
export {};
