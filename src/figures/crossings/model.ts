import {
  areaMark,
  byWidth,
  frameOf,
  textLabel,
  timeScale,
  uprightPath,
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
import { annotationWordsAt, neededPeriod, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { drawRow, rowHeight, type Gate } from './row.ts';

/** The period in which China kept crossings to alliance areas shut. */
export const SHUT = 'shut';
/** The group whose crossings are numbered. */
const NUMBERED = 'four';
/** The group of crossings reported taken only in part, or outside the areas that China shut. */
const IN_PART = 'part';
/** Pixels from a group to the head of the next. */
const BETWEEN = 8;

/** Draws the crossings to China: a line of time each, from the loss to the last sighting, with the reports of trade. */
export function crossings(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const { began, dataDate: end } = ledger.site;
  const frame = frameOf(width, 0, byWidth(width, { phone: { right: 2 }, column: { left: 158, right: 216 } }));
  const x = timeScale(began, end, frame, { left: 3 });
  const closure = neededPeriod(card, SHUT);
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const placed: ChartModel['placed'] = [];
  let y = 0;
  let shutEnd = y;
  for (const { id, label, places } of gateGroups(ledger, card, frame)) {
    const head = headLabel(id, label, y, frame);
    labels.push(head);
    y = head.box.y1 + 4;
    // Under the first heading, so that nothing parts these words from their shade.
    if (labels.length === 1) {
      const shut = shutLabel(card, closure, x, y + 4, frame);
      labels.push(shut);
      frame.top = shut.box.y1 + 4;
      y = frame.top + 4;
    }
    for (const gate of places) {
      const row = drawRow(gate, { frame, x, y, end });
      marks.push(...row.marks);
      labels.push(...row.labels);
      placed.push(row.placed);
      y += rowHeight(gate, frame);
    }
    if (id !== IN_PART) shutEnd = y;
    y += BETWEEN;
  }
  frame.bottom = y;
  frame.height = Math.ceil(y + frame.text * 1.3);

  return {
    ...figureWords(
      card,
      placeTable(ledger, card, ({ status_latest }) =>
        status_latest === 'contested' ? 'a hollow mark and a fading bar' : 'a bar',
      ),
    ),
    frame,
    axes: [yearAxis(x, began, end, frame, labels)],
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

function headLabel(id: string, words: string, top: number, frame: Frame): Label {
  const lines = wrapText(words, frame.width, frame.text, true);
  return textLabel(`head-${id}`, lines, 'heading', 0, top + frame.text, 'start', frame, 'ink');
}

/** The words on the shut weeks, over them. */
function shutLabel(card: FilledCard, { from, to }: Period, x: TimeScale, top: number, frame: Frame): Label {
  const lines = (annotationWordsAt(card, SHUT, frame) ?? '').split(' | ');
  const middle = (x(utc(from)) + x(utc(to))) / 2;
  return textLabel(SHUT, lines, 'heading', middle, top + frame.text, 'middle', frame, 'china', 1);
}

/** The shut weeks as a shade over the rows, fainter where only one of two sources has them. */
export function shutBands({ from, surely = from, to }: Period, x: TimeScale, top: number, bottom: number): Mark[] {
  const [about, sure, until] = [from, surely, to].map((day) => x(utc(day))) as [number, number, number];
  const pieces = [
    { x0: about, x1: sure, opacity: 0.5 },
    { x0: sure, x1: until },
  ];
  return pieces.map(({ x0, x1, ...paint }) => ({
    ...areaMark({ x0, x1, y0: top, y1: bottom }, 'china'),
    ...paint,
  }));
}

/** Returns hairlines at the years, which stop at words, and the names of the years under the rows. */
export function yearAxis(x: TimeScale, began: string, end: string, frame: Frame, words: Label[]): Axis {
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  return {
    d: years.map(({ at }) => uprightPath(at, frame.top, frame.bottom, words)).join(''),
    labels: years.map(({ year, at }) =>
      textLabel(`x-${year}`, [year], 'tick', at, frame.bottom + frame.text * 1.1, 'middle', frame),
    ),
  };
}
