import { dayView, type Choice } from './day-view.ts';
import { dayWords } from './iso-days.ts';
import { all, button, first, isLater, make, figureName, setLater, collapsedText, toolsOf } from './dom.ts';
import { WIRE_REPORT } from './wire-report.ts';

/** Adds a slider with which a reader sees only what had been published by a day. Nothing but the day of publication decides. */
export function knownBy(figure: HTMLElement, changed: () => void): Choice {
  const picture = first(figure, '.figure__picture') as HTMLElement;
  const published = (row: HTMLElement) => row.dataset.published ?? '';
  const rows = all('tr[id]:not([id*="-f-wire-"])', figure);
  const dated = rows.filter(published);
  const days = [...new Set([...dated.map(published), WIRE_REPORT])].sort();
  const by = (day: string) => dated.filter((row) => published(row) <= day);

  const status = make('p');
  const known = `Known by ${dayWords(WIRE_REPORT)}`;
  const toggle = button(known, () => view.leave() || view.go(WIRE_REPORT));
  const view = dayView(
    figure,
    `In ${figureName(figure)}, show what had been published by`,
    days,
    (day) => `${dayWords(day)}: ${by(day).length} of ${rows.length} counts`,
    show,
    [0, days.indexOf(WIRE_REPORT)],
  );
  toolsOf(figure).append(make('div', { class: 'known comfort' }, view.root, toggle, status));
  show('');

  function show(day: string): void {
    const open = by(day);
    const later = rows.filter((row) => day && !open.includes(row)).map((row) => row.id);
    for (const row of rows) setLater(row, later.includes(row.id));
    // A piece of a line goes with either of its ends.
    for (const mark of all('[data-row]', picture))
      setLater(
        mark,
        ['row', 'joins'].some((end) => later.includes(`${figure.id}-${mark.dataset[end]}`)),
      );
    for (const group of all('tbody', figure)) setLater(group, all('tr[id]', group).every(isLater));
    figure.classList.toggle('is-known-by', day !== '');
    toggle.textContent = day ? 'Show everything' : known;
    status.textContent = day && sentence(day, open);
    changed();
  }

  function sentence(day: string, open: HTMLElement[]): string {
    const value = (row: HTMLElement) => +collapsedText(row.children[1]).replace(/[^\d.]/g, '');
    const [highest] = open.sort((a, b) => value(b) - value(a) || (published(a) < published(b) ? -1 : 1));
    const undated = rows.length - dated.length;
    return (
      `By ${dayWords(day)}, ${open.length} of the ${rows.length} counts here had been published; only these are shown.` +
      (undated > 0 ? ` ${undated} others carry no day of publication and are left out.` : '') +
      (highest
        ? ` The highest said ${collapsedText(highest.children[1])} (${collapsedText(highest.children[0])}; ${collapsedText(highest.children[2]?.firstChild).replace(/\.$/, '')}).`
        : '') +
      ' The AP report’s own mark stays for comparison; its day is inferred.'
    );
  }

  return view;
}
