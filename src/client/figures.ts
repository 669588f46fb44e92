/**
 * Adds to the figures what a reader can do with their marks, and opens what an address asks of them: `?at=<row>#<figure>` is a mark
 * to be read, `?at=<day>#<figure>` the state on that day. All words they show stand in the page already.
 */
import { all, byId, first, make } from './dom.ts';
import { marks, rowOf } from './marks.ts';
import { readout } from './readout.ts';

/** A figure whose marks can be read. */
interface Choice {
  figure: HTMLElement;
  /** Chooses the mark of a row, or none; returns whether the figure has that row. */
  choose(row: string): boolean;
}

// A page that was saved while it was read holds what scripts had added; they begin anew.
for (const left of all('figure .comfort')) left.remove();
for (const left of all('.is-read')) left.classList.remove('is-read');

const choices = all('.figure__picture').map((picture): Choice => {
  const figure = picture.closest('figure') as HTMLElement;
  const choose = marks(
    figure,
    picture,
    readout(picture, () => choose('')),
    (row) => {
      try {
        history.replaceState(0, '', row ? `?at=${row}#${figure.id}` : location.pathname);
      } catch {
        // Browsers refuse an address that changes all the time, and some that of a file; the choice itself holds.
      }
    },
  );
  return { figure, choose };
});

/** Shows what the address asks for. A point that is gone leads to its figure, which says so. */
function openAddress(): void {
  const tokens = (new URLSearchParams(location.search).get('at') ?? '').split(',').filter(Boolean);
  const target = location.hash.slice(1);
  const element = byId(target);
  const asked = choices.find(({ figure }) =>
    target
      ? figure.contains(element) || target.startsWith(`${figure.id}-`)
      : tokens.some((token) => figure.contains(rowOf(figure, token))),
  );
  if (!asked) return;
  const { figure, choose } = asked;
  if (!element) tokens.push(target.slice(figure.id.length + 1));
  const page = first<HTMLAnchorElement>(figure, 'a[data-copies]');
  const briefs = all<HTMLAnchorElement>('.day-links a');
  for (const token of tokens) {
    if (!token || choose(token)) continue;
    const words: (Node | string)[] = ['This link points to a row that this figure does not have.'];
    if (/^\d{4}-\d\d-/.test(token)) {
      if (first(figure, '.map__days')) continue;
      // Days are chosen on a figure’s own page.
      if (page && page.pathname !== location.pathname)
        return location.replace(`${page.href}?at=${tokens}#${figure.id}`);
      // The last one up to that day, or the first: links say which day they are of.
      const brief = briefs.filter(({ href }) => href.slice(-15, -5) <= token).pop() ?? briefs[0];
      words[0] = 'Figures no longer show what was published by a day. There is a brief of ';
      words.push(brief?.cloneNode(true) ?? '');
    }
    first(figure, '.figure__main')?.before(make('p', { class: 'readout__lost comfort' }, ...words));
  }
  // While it loads, the browser itself goes to the element of the address.
  addEventListener('load', () => setTimeout(() => openRow() || (element ?? figure).scrollIntoView()));
}

/** Opens the table around a row to which the address leads; returns whether it leads to one. */
function openRow(): boolean {
  const row = byId(location.hash.slice(1))?.closest('tr');
  row?.closest('details')?.setAttribute('open', '');
  row?.scrollIntoView();
  return !!row;
}

addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented) for (const { choose } of choices) choose('');
});

addEventListener('hashchange', openRow);
openAddress();
