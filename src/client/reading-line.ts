import { note } from './chosen-point.ts';
import {
  all,
  button,
  copyOf,
  first,
  toolsOf,
  focus,
  isLater,
  tableRow,
  make,
  figureName,
  announce,
  rowSentence,
  collapsedText,
} from './dom.ts';
import { slider } from './slider.ts';

type Box = [number, number, number, number];

/** A drawn row: its line of the table, and the room of its mark; where rows are read, of all that is drawn for it. */
interface Spot {
  row: string;
  tr: HTMLElement;
  /** Left, top, right and bottom. */
  box: Box;
}

/** Marks that stand for a number or a place, not lines that join them or point at them. */
const MARKS = ['filled', 'open', 'bar'].map((kind) => `[class*=chart__${kind}] [data-row]`).join();
/** The weight of a step along the days, or down the rows, against one across. */
const ALONG = 20;

/** Gives a figure a line that reads its picture point by point, by mouse, touch and keys; `refresh` follows rows that are hidden or shown. */
export function reading(figure: HTMLElement): { choose(row: string): void; leave(): boolean; refresh(): void } {
  const picture = first(figure, '.figure__picture') as HTMLElement;
  const pictures = all<SVGSVGElement>('svg', picture);
  const byRows = figure.dataset.reading === 'rows';
  const measured = new Map<SVGSVGElement, Spot[]>();
  let chosen = '';
  let passing = '';
  let drawnIn: SVGSVGElement | undefined;
  let mark: SVGElement | undefined;

  const hint = 'Point at a mark, tap it or use the slider.';
  const isOpen = toolsOf(figure) === picture;
  const strip = make('div');
  const close = button('Close', leave);
  const words = () => (chosen ? rowSentence(tableRow(figure, chosen)) : `nothing chosen; ${spots().length} points`);
  const steps = slider(`Read ${figureName(figure)} point by point`, 0, words, choose);
  refresh();
  toolsOf(figure).append(steps.root);
  picture.append(strip);

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
    for (const mark of all<SVGGraphicsElement>(byRows ? '[data-row]' : MARKS, svg)) {
      const row = mark.dataset.row as string;
      const tr = tableRow(figure, row);
      const old = found.find((spot) => spot.row === row);
      const { x, y, width, height } = mark.getBBox();
      const box: Box = [x, y, x + width, y + height];
      if (old) {
        if (byRows)
          old.box = old.box.map((side, index) => Math[index < 2 ? 'min' : 'max'](side, box[index] as number)) as Box;
      } else if (tr) found.push({ row, tr, box });
    }
    return found.sort((a, b) =>
      byRows ? (a.tr.compareDocumentPosition(b.tr) & 2) - 1 : a.box[0] + a.box[2] - b.box[0] - b.box[2],
    );
  }

  /** The row nearest to a pointer: first of all along the days or down the rows, then across; on a mark, that mark. */
  function nearest({ currentTarget, clientX, clientY }: MouseEvent): string {
    const svg = currentTarget as SVGSVGElement;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const [across, down] = byRows ? [1, ALONG] : [ALONG, 1];
    // From the middle of a mark, or from the edge of a row.
    const off = (at: number, from: number, to: number) =>
      byRows ? Math.max(from - at, at - to, 0) : at - (from + to) / 2;
    const far = ({ box: [x0, y0, x1, y1] }: Spot) =>
      Math.hypot(across * off((clientX - left) * scale, x0, x1), down * off((clientY - top) * scale, y0, y1));
    return spots().sort((a, b) => far(a) - far(b))[0]?.row ?? '';
  }

  /** Shows the line and the words of the point that is passed over, or else of the chosen one. */
  function draw(): void {
    const row = passing || chosen;
    const spot = spots().find((one) => one.row === row);
    drawnIn = shown();
    mark?.remove();
    mark = drawnIn && spot && drawLine(drawnIn, spot, byRows);
    if (mark) drawnIn!.prepend(mark);
    const line = tableRow(figure, row);
    const [date, number, rest] = line?.children ?? [];
    strip.className = `reading__strip${isOpen ? '' : ' reading__strip--over'} comfort${row && (row === chosen ? ' is-chosen' : ' is-passing')}`;
    strip.textContent = '';
    if (line && rest)
      strip.append(
        row === chosen ? close : '',
        make('p', {}, collapsedText(date), ' · ', make('b', {}, collapsedText(number))),
        make('p', {}, ...copyOf(rest)),
      );
    else if (isOpen) strip.append(hint);
    if (row !== chosen) {
      // What goes again when the focus moves on must not hold the focus.
      for (const link of all('a', strip)) link.outerHTML = link.innerHTML;
      return;
    }
    if (line) strip.append(make('a', { class: 'reading__more', href: `#${line.id}` }, 'Notes in the table'));
    // What stands below moves as little as can be while other points are passed over.
    strip.style.minHeight = '';
    strip.style.minHeight = chosen && `${strip.offsetHeight}px`;
  }

  function pass(row: string): void {
    // Nor does a pointer take the focus away.
    if (row === passing || strip.matches(':focus-within')) return;
    passing = row;
    draw();
  }

  function select(row: string): void {
    passing = '';
    chosen = row;
    note(figure.id, 1, row);
    refresh();
  }

  /** Chooses where the slider stands. */
  function choose(): void {
    const row = spots()[+steps.input.value]?.row ?? '';
    if (row !== chosen) select(row);
  }

  /** Chooses otherwise than by the slider, or nothing, and announces it. */
  function take(row: string): void {
    select(row);
    announce(words(), steps.input);
  }

  function leave(): boolean {
    const was = chosen || passing;
    if (strip.matches(':focus-within')) focus(steps.input);
    if (was) take('');
    return was !== '';
  }

  /** Follows what is chosen, and which rows are shown. */
  function refresh(): void {
    const line = tableRow(figure, chosen);
    if (line && isLater(line)) return select('');
    const open = spots();
    steps.input.max = `${open.length - 1}`;
    steps.set(open.findIndex(({ row }) => row === chosen));
    draw();
  }

  for (const svg of pictures) {
    svg.onpointermove = (event) => pass(nearest(event));
    svg.onpointerleave = svg.onpointercancel = () => pass('');
    svg.onpointerup = (event) => event.pointerType !== 'mouse' && passing && take(passing);
    svg.onclick = (event) => {
      take(nearest(event));
      // The words must not lie over the mark they describe.
      const under = mark?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      scrollBy(0, Math.max(0, under + 8 - innerHeight + strip.offsetHeight));
    };
  }
  // The browser reports no step where there is none: to the first point from the first place.
  steps.input.onpointerup = choose;
  steps.input.onkeydown = ({ key }) => {
    if (/Home|Enter|Left|Down/.test(key) && !+steps.input.value) choose();
  };
  // Another width has another picture.
  new ResizeObserver(() => drawnIn !== shown() && draw()).observe(picture);

  return {
    choose: take,
    leave,
    refresh,
  };
}

/** A hairline over the plot and a ring around the mark; where rows are read, a frame around the row. */
function drawLine(svg: SVGSVGElement, { box: [x0, y0, x1, y1] }: Spot, byRows: boolean): SVGElement {
  const group = document.createElementNS(svg.namespaceURI, 'g') as SVGElement;
  const [x, half] = [(x0 + x1) / 2, Math.min(x1 - x0, y1 - y0) / 2];
  // At a bar the ring lies around its upper end.
  const [y, r] = [y0 + half, half + 4];
  const plot = first<SVGGraphicsElement>(svg, '.chart__axis path') ?? svg;
  const { y: top, height } = plot.getBBox();
  group.setAttribute('class', 'reading__line comfort');
  group.innerHTML = byRows
    ? `<path d="M${x0 - 3} ${y0 - 3}H${x1 + 3}V${y1 + 3}H${x0 - 3}z"/>`
    : `<path d="M${x} ${top}V${y - r}M${x} ${y + r}V${top + height}"/><circle cx="${x}" cy="${y}" r="${r}"/>`;
  return group;
}
