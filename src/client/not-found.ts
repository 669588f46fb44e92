import { closestPages } from './page-guess.ts';

// What it shares with other pages would become a file of its own, so it makes its few elements by itself.
const list = document.querySelector<HTMLElement>('.doors');

/** Offers, where a page is missing, those whose addresses are most like the one that was asked for. */
if (list) {
  const { root = '/', base = '' } = list.dataset;
  const pages = [...list.querySelectorAll('a')].map((link) => ({
    address: (link.getAttribute('href') ?? '').slice(base.length),
    title: link.textContent ?? '',
  }));
  // A mirror or a preview lies at another host, so only the path counts.
  const path = location.pathname;
  const found = closestPages(path.indexOf(root) === 0 ? path.slice(root.length) : path, pages);
  if (found.length > 0) {
    const lines = found.map(({ address, title }) => element('li', {}, element('a', { href: root + address }, title)));
    list.before(
      element(
        'section',
        { class: 'meant comfort' },
        element('h2', {}, 'Perhaps you meant'),
        element('ul', { class: 'meant__list' }, ...lines),
      ),
    );
  }
}

function element(tag: string, attributes: Record<string, string>, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name] as string);
  made.append(...inside);
  return made;
}
