import {
  boxPath,
  byWidth,
  frameOf,
  num,
  textLabel,
  timeScale,
  utc,
  wrapText,
  yearsBetween,
  type Axis,
  type Frame,
  type Label,
  type Mark,
  type TimeScale,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Period } from '../../data/schemas/figure.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import {
  annotationWords,
  annotationWordsAt,
  namedAnnotation,
  neededPeriod,
  type FilledCard,
} from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { besideFirstDot, drawRow, rowHeight, type Gate } from './row.ts';

/** The period in which China kept crossings to alliance areas shut. */
export const SHUT = 'shut';
/** The group whose crossings are numbered. */
const NUMBERED = 'four';
/** The group of crossings reported taken only in part, or outside the areas that China shut. */
const IN_PART = 'part';
/** The words that say once what a dot means. */
const TRADE = 'trade';
/** Pixels from a group to the head of the next. */
const BETWEEN = 8;

/** Draws the crossings to China: a line of time each, from the loss to the last sighting, with the reports of trade. */
export function crossings(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const { began, dataDate: end } = ledger.site;
  const frame = frameOf(width, 0, byWidth(width, { phone: { right: 2 }, column: { left: 158, right: 216 } }));
  const x = timeScale(began, end, frame, { left: 3 });
  const closure = neededPeriod(card, SHUT);
  const shut = shutLabel(card, closure, x, frame);
  frame.top = shut.box.y1 + 6;

  const marks: Mark[] = [];
  const labels: Label[] = [shut];
  const placed: ChartModel['placed'] = [];
  let y = frame.top;
  let shutEnd = y;
  let trade: { x: number; y: number } | null = null;
  for (const { id, label, places } of gateGroups(ledger, card, frame)) {
    const head = wrapText(label, frame.width, frame.text, true);
    const headLabel = textLabel(`head-${id}`, head, 'heading', 0, y + frame.text, 'start', frame, 'ink');
    labels.push(headLabel);
    y = headLabel.box.y1 + 4;
    for (const gate of places) {
      const room = { frame, x, y, end };
      const row = drawRow(gate, room);
      marks.push(...row.marks);
      labels.push(...row.labels);
      placed.push(row.placed);
      trade ??= besideFirstDot(gate, room);
      y += rowHeight(frame);
    }
    if (id !== IN_PART) shutEnd = y;
    y += BETWEEN;
  }
  frame.bottom = y;
  frame.height = Math.ceil(y + frame.text * 1.3);
  const words = annotationWords(namedAnnotation(card, TRADE), frame);
  if (trade && words !== null)
    labels.push(textLabel(TRADE, [words], 'remark', trade.x, trade.y, 'start', frame, 'china'));

  return {
    ...figureWords(
      card,
      placeTable(ledger, card, ({ status_latest }) =>
        status_latest === 'contested' ? 'a hollow mark and a fading bar' : 'a bar',
      ),
    ),
    frame,
    axes: [yearAxis(x, began, end, frame)],
    marks: [...shutBands(closure, x, frame.top, shutEnd), ...marks],
    labels,
    placed,
  };
}

/** Returns the groups of a card with what its words add to each crossing. */
export function gateGroups(
  ledger: Ledger,
  card: FilledCard,
  frame: Frame,
): { id: string; label: string; places: Gate[] }[] {
  return placeGroups(ledger, card).map(({ id, label, places }) => ({
    id,
    label,
    places: places.map((place, index) => ({
      place,
      number: id === NUMBERED ? index + 1 : null,
      isSure: id !== IN_PART,
      words: annotationWordsAt(card, place.id, frame),
      again: card.periods.find((one) => one.id === `${place.id}-again`) ?? null,
    })),
  }));
}

/** The words on the shut weeks, over them. */
function shutLabel(card: FilledCard, { from, to }: Period, x: TimeScale, frame: Frame): Label {
  const lines = (annotationWordsAt(card, SHUT, frame) ?? '').split(' | ');
  const middle = (x(utc(from)) + x(utc(to))) / 2;
  return textLabel(SHUT, lines, 'heading', middle, frame.text, 'middle', frame, 'china', 1);
}

/** The shut weeks as a shade over the rows, fainter where only one of two sources has them. */
export function shutBands({ from, surely = from, to }: Period, x: TimeScale, top: number, bottom: number): Mark[] {
  const [about, sure, until] = [from, surely, to].map((day) => x(utc(day))) as [number, number, number];
  // Twice over the days that all sources have.
  return [about, sure].map((left) => ({
    kind: 'area',
    tone: 'china',
    d: boxPath({ x0: left, x1: until, y0: top, y1: bottom }),
    boxes: [],
  }));
}

/** Returns hairlines at the years, named under the rows. */
export function yearAxis(x: TimeScale, began: string, end: string, frame: Frame): Axis {
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  return {
    d: years.map(({ at }) => `M${num(at)} ${num(frame.top)}V${num(frame.bottom)}`).join(''),
    labels: years.map(({ year, at }) =>
      textLabel(`x-${year}`, [year], 'tick', at, frame.bottom + frame.text * 1.1, 'middle', frame),
    ),
  };
}
