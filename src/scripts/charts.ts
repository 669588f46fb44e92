/** What scripts add to the charts: a reading line, the choice of a day, and a point in the address. Everything they say stands in the page already. */
import { owner, readAddress } from './address.ts';
import { dayControl } from './day-control.ts';
import type { Choice } from './day-view.ts';
import { dayWords, isDay } from './days.ts';
import { all, lineOf, make, say } from './dom.ts';
import { knownBy } from './known-by.ts';
import { reading } from './reading.ts';

const charts = all(document, 'figure[id]').map(enhance);

/** A figure with all that can be chosen in it. */
function enhance(figure: HTMLElement): Choice & { figure: HTMLElement } {
  const line = figure.hasAttribute('data-reading') ? reading(figure) : null;
  const days = figure.querySelector('.map__days') ? dayControl(figure) : figure.hasAttribute('data-known-by') ? knownBy(figure, () => line?.refresh()) : null;
  return {
    figure,
    choose: (token) => (isDay(token) ? (days?.choose(token) ?? false) : line ? line.choose(token) : openRow(lineOf(figure, token))),
    leave: () => line?.leave() || days?.leave() || false,
  };
}

/** Opens the table around a row of a figure that has no reading line. */
function openRow(row: HTMLElement | null): boolean {
  row?.closest('details')?.setAttribute('open', '');
  return !!row;
}

/** Shows what the address asks for. A point that is gone leads to its figure, which says so. */
function openAddress(): void {
  const { tokens, target } = readAddress(location.href);
  const element = document.getElementById(target);
  const chart = charts.find(({ figure }) => (element ? figure.contains(element) : target.indexOf(`${figure.id}-`) === 0));
  if (!chart) return;
  const { figure } = chart;
  if (!element) tokens.push(target.slice(figure.id.length + 1));
  if (tokens.length === 0) return;
  const lost = [...new Set(tokens)].filter((token) => !chart.choose(token));
  if (lost.length > 0) {
    const words = lost.map((token) => `This link points to ${nameOf(token)}, which ${lineOf(figure, token) ? 'this view does not show' : 'is not in this figure (any more)'}.`).join(' ');
    figure.insertBefore(make('p', { class: 'reading__lost comfort' }, words), figure.querySelector('.figure__main'));
    say(words);
  }
  (element ?? figure).scrollIntoView();
}

/** A token as the page may repeat it: nobody can make it print a sentence. */
function nameOf(token: string): string {
  return isDay(token) ? dayWords(token) : /^[\w-]{1,24}$/.test(token) ? `“${token}”` : 'a point';
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const focused = charts.filter(({ figure }) => figure.contains(document.activeElement));
  const lastFirst = [...charts].sort((a, b) => +(b.figure.id === owner()) - +(a.figure.id === owner()));
  (focused[0] ? focused : lastFirst).some((chart) => chart.leave());
});

openAddress();
