/** Adds to the charts a reading line, the choice of a day, and a point in the address. All words they show stand in the page already. */
import { last, readAddress } from './chosen-point.ts';
import { dayControl } from './day-control.ts';
import type { Choice } from './day-view.ts';
import { isDay } from './iso-days.ts';
import { all, byId, first, isLater, tableRow, make, announce, rowSentence } from './dom.ts';
import { knownBy } from './known-by.ts';
import { reading } from './reading-line.ts';

const charts = all('figure[id]').map(enhance);

/** Adds to a figure all that can be chosen in it. */
function enhance(figure: HTMLElement): Choice & { figure: HTMLElement; days: Choice | null } {
  const line = figure.dataset.reading ? reading(figure) : null;
  const days = first(figure, '.map__days')
    ? dayControl(figure)
    : 'knownBy' in figure.dataset
      ? knownBy(figure, () => line?.refresh())
      : null;
  return {
    figure,
    days,
    choose(token) {
      if (isDay(token)) return days ? days.choose(token) : 'This figure has no days; here is all of it.';
      const row = tableRow(figure, token);
      if (row && !isLater(row)) {
        if (line) line.choose(token);
        else {
          open(row);
          row.classList.add('is-read');
          announce(rowSentence(row));
        }
        return '';
      }
      // Nobody can make the page print a sentence.
      return `This link points to ${/^[\w-]{1,24}$/.test(token) ? `“${token}”` : 'a point'}, which ${row ? 'this view does not show' : 'is not in this figure (any more)'}.`;
    },
    leave: () => line?.leave() || days?.leave() || false,
  };
}

/** Returns the figure that holds an element. */
function chartOf(element: Element | null): (typeof charts)[number] | undefined {
  return charts.find(({ figure }) => figure.contains(element));
}

/** Opens the table around a row. */
function open(row: Element): void {
  row.closest('details')?.setAttribute('open', '');
}

/** Shows what the address asks for. A point that is gone leads to its figure, which says so. */
function openAddress(): void {
  const { tokens, target } = readAddress(location.href);
  const element = byId(target);
  const chart =
    chartOf(element) ??
    charts.find(({ figure }) =>
      target ? target.indexOf(`${figure.id}-`) === 0 : tokens.some((token) => tableRow(figure, token)),
    );
  if (!chart) return;
  const { figure } = chart;
  if (target && !element) tokens.push(target.slice(figure.id.length + 1));
  const words = [...new Set(tokens)].map(chart.choose).filter(Boolean).join(' ');
  if (words) {
    first(figure, '.figure__main')?.before(make('p', { class: 'reading__lost comfort' }, words));
    announce(words);
  }
  const place = first(figure, '.is-read') ?? element ?? figure;
  openRow();
  // While it loads, the browser itself goes to the element of the address.
  addEventListener('load', () => setTimeout(() => place.scrollIntoView()));
}

/** Shows the row that the address leads to, even if the chosen day hides it. */
function openRow(): void {
  // The id of a row that had to go stands inside the row that took its place.
  const row = byId(readAddress(location.href).target)?.closest('tr') ?? null;
  const chart = chartOf(row);
  if (!row || !chart) return;
  const isHidden = isLater(row);
  if (isHidden) chart.days?.leave();
  open(row);
  row.scrollIntoView();
  if (isHidden) announce(`Everything is shown again. ${rowSentence(row)}`);
}

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const focused = chartOf(document.activeElement);
  const noted = charts.find(({ figure }) => figure.id === last);
  (focused ? [focused] : [noted, ...charts]).some((chart) => chart?.leave());
});

addEventListener('hashchange', openRow);
openAddress();
