import { note } from './address.ts';
import type { Choice } from './day-view.ts';
import { all, button, copyOf, isLater, lineOf, make, say, wordsOf } from './dom.ts';
import { slider } from './slider.ts';

/** A drawn row: its line of the table, and the room of its mark; where rows are read, of all that is drawn for it. */
interface Spot {
  row: string;
  tr: HTMLElement;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Marks that stand for a number or a place, not lines that join them or point at them. */
const MARKS = ['filled', 'open', 'bar'].map((kind) => `[class*=chart__${kind}] [data-row]`).join();
/** How much more a step along the days, or down the rows, counts than one across. */
const ALONG = 20;

/** Gives a figure a line that reads its picture point by point, by mouse, touch and keys; `refresh` follows rows that are hidden or shown. */
export function reading(figure: HTMLElement): Choice & { refresh(): void } {
  const picture = figure.querySelector('.figure__picture') as HTMLElement;
  const pictures = all<SVGSVGElement>(picture, 'svg');
  const byRows = figure.getAttribute('data-reading') === 'rows';
  const measured = new Map<SVGSVGElement, Spot[]>();
  let chosen = '';
  let passing = '';
  let drawnIn: SVGSVGElement | undefined;

  const hint = 'Point at a mark, tap it or use the slider to read it here.';
  const strip = make('div', { class: 'reading__strip comfort' }, hint);
  const close = button('Close', leave);
  const steps = slider('Read the chart point by point', 0, (index) => wordsAt(spots()[index]?.tr), (index) => select(spots()[index]?.row ?? ''));
  refresh();
  picture.append(steps.root, strip);

  /** The picture that is shown at this width. */
  function shown(): SVGSVGElement | undefined {
    return pictures.find((svg) => svg.getClientRects().length > 0);
  }

  /** The marks of all rows that are not hidden, in the order in which the keys go through them. */
  function spots(): Spot[] {
    const svg = shown();
    if (!svg) return [];
    if (!measured.has(svg)) measured.set(svg, measure(svg));
    return (measured.get(svg) as Spot[]).filter(({ tr }) => !isLater(tr));
  }

  function measure(svg: SVGSVGElement): Spot[] {
    const found: Spot[] = [];
    for (const mark of all<SVGGraphicsElement>(svg, byRows ? '[data-row]' : MARKS)) {
      const row = mark.getAttribute('data-row') as string;
      const tr = lineOf(figure, row);
      const old = found.find((spot) => spot.row === row);
      const { x, y, width, height } = mark.getBBox();
      const spot = { row, tr: tr as HTMLElement, x0: x, y0: y, x1: x + width, y1: y + height };
      if (!old) tr && found.push(spot);
      else if (byRows) Object.assign(old, { x0: Math.min(old.x0, spot.x0), y0: Math.min(old.y0, spot.y0), x1: Math.max(old.x1, spot.x1), y1: Math.max(old.y1, spot.y1) });
    }
    return found.sort((a, b) => (byRows ? (a.tr.compareDocumentPosition(b.tr) & 2) - 1 : a.x0 + a.x1 - b.x0 - b.x1));
  }

  /** The row nearest to a pointer: first of all along the days or down the rows, then across; on a mark, that mark. */
  function nearest({ currentTarget, clientX, clientY }: MouseEvent): string {
    const svg = currentTarget as SVGSVGElement;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const [across, down] = byRows ? [1, ALONG] : [ALONG, 1];
    // From the middle of a mark, or from the edge of a row.
    const off = (at: number, from: number, to: number) => (byRows ? Math.max(from - at, at - to, 0) : at - (from + to) / 2);
    const far = ({ x0, y0, x1, y1 }: Spot) => Math.hypot(across * off((clientX - left) * scale, x0, x1), down * off((clientY - top) * scale, y0, y1));
    return spots().sort((a, b) => far(a) - far(b))[0]?.row ?? '';
  }

  function wordsAt(line?: Element | null): string {
    const [date, number, rest] = line?.children ?? [];
    return `${wordsOf(date)}: ${wordsOf(number)}. ${wordsOf(rest?.firstChild)}`;
  }

  /** Shows the line and the words of the point that is passed over, or else of the chosen one. */
  function draw(): void {
    const row = passing || chosen;
    const spot = spots().find((one) => one.row === row);
    drawnIn = shown();
    for (const old of all(picture, '.reading__line')) old.remove();
    if (drawnIn && spot) drawnIn.prepend(lineAt(drawnIn, spot, byRows));
    const [date, number, rest] = lineOf(figure, row)?.children ?? [];
    strip.className = `reading__strip comfort${row && (row === chosen ? ' is-chosen' : ' is-passing')}`;
    strip.textContent = '';
    if (date && number && rest) strip.append(row === chosen ? close : '', make('p', {}, wordsOf(date), ' · ', make('b', {}, wordsOf(number))), make('p', {}, ...copyOf(rest)));
    else strip.append(hint);
    // What stands below moves as little as can be while one point follows another.
    strip.style.minHeight = chosen && `${strip.offsetHeight}px`;
  }

  function pass(row: string): void {
    if (row === passing) return;
    passing = row;
    draw();
  }

  function select(row: string): void {
    passing = '';
    chosen = row;
    note(figure.id, 1, row);
    refresh();
  }

  /** Chooses otherwise than by the slider, and says it. */
  function take(row: string): void {
    select(row);
    say(wordsAt(lineOf(figure, row)));
  }

  function leave(): boolean {
    const was = chosen || passing;
    if (strip.contains(document.activeElement)) steps.input.focus({ preventScroll: true });
    if (was) select('');
    return was !== '';
  }

  /** Follows what is chosen, and which rows are shown. */
  function refresh(): void {
    const line = lineOf(figure, chosen);
    if (line && isLater(line)) return select('');
    const open = spots();
    steps.input.max = `${open.length - 1}`;
    steps.set(Math.max(0, open.findIndex(({ row }) => row === chosen)));
    draw();
  }

  for (const svg of pictures) {
    svg.onpointermove = (event) => pass(nearest(event));
    svg.onpointerleave = svg.onpointercancel = () => pass('');
    svg.onpointerup = (event) => event.pointerType !== 'mouse' && passing && take(passing);
    svg.onclick = (event) => take(nearest(event));
  }
  // Whoever comes by keyboard sees where the slider stands before moving it.
  steps.input.onkeyup = ({ key }) => key === 'Tab' && !chosen && pass(spots()[+steps.input.value]?.row ?? '');
  steps.input.onblur = () => pass('');
  // Another width has another picture.
  if ('ResizeObserver' in window) new ResizeObserver(() => drawnIn !== shown() && draw()).observe(picture);

  return {
    choose(row) {
      const line = lineOf(figure, row);
      if (!line || isLater(line)) return false;
      take(row);
      return true;
    },
    leave,
    refresh,
  };
}

/** A hairline over the plot and a ring around the mark; where rows are read, a frame around the row. */
function lineAt(svg: SVGSVGElement, { x0, y0, x1, y1 }: Spot, byRows: boolean): SVGElement {
  const group = document.createElementNS(svg.namespaceURI, 'g') as SVGElement;
  const [x, half] = [(x0 + x1) / 2, Math.min(x1 - x0, y1 - y0) / 2];
  // At a bar the ring lies around its upper end.
  const [y, r] = [y0 + half, half + 4];
  const plot = svg.querySelector<SVGGraphicsElement>('.chart__axis path') ?? svg;
  const { y: top, height } = plot.getBBox();
  group.setAttribute('class', 'reading__line');
  group.innerHTML = byRows
    ? `<path d="M${x0 - 3} ${y0 - 3}H${x1 + 3}V${y1 + 3}H${x0 - 3}z"/>`
    : `<path d="M${x} ${top}V${y - r}M${x} ${y + r}V${top + height}"/><circle cx="${x}" cy="${y}" r="${r}"/>`;
  return group;
}
