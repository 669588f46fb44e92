import {
  arrow,
  barPiece,
  byWidth,
  frameOf,
  hasWords,
  textLabel,
  utc,
  wrapText,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWords, annotationWordsAt, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { drawnPoints, neededSeries, seriesOf, type Point } from '../shared/series.ts';

/** The words over the bars of single days, and over the totals: the ones do not grow into the others. */
const SINGLE = 'single';
const TOTALS = 'totals';
/** The words at the foot: how the later total differs. */
const CAVEAT = 'caveat';
/** Half the height of a bar, the room under it, and the room more between single days and totals, and between totals that may follow two rules. */
const HALF = 9;
const UNDER = 20;
const APART = 10;
/** The room between the head of a group and its first bar. */
const HEAD_GAP = 9;
/** Half the height of the head of an arrow. */
const HEAD = 6;

/** Draws scam suspects handed to China: what was counted before the operation as bars from zero, and a later total, which may follow another rule, as an arrow off their scale. */
export function handovers(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const { tone, points: totals } = neededSeries(series, 'dots', 'cumulative');
  const before = drawnPoints(series)
    .filter((point) => knownBy(ledger, point) < utc(ledger.site.began))
    .sort((a, b) => a.value - b.value);
  const later = totals.filter((point) => !before.includes(point));

  // Scale
  const frame = frameOf(width, 0, { top: 0, right: 0, bottom: 0 });
  const most = Math.max(...before.map(({ value }) => value));
  const x = (value: number) => (value / most) * byWidth(width, { phone: 170, column: 410, card: 120 });

  // Marks and their labels, from top to bottom
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let top = 0;
  for (const { name, points } of [
    { name: SINGLE, points: before.filter((point) => !totals.includes(point)) },
    { name: TOTALS, points: before.filter((point) => totals.includes(point)) },
  ]) {
    const words = annotationWords(namedAnnotation(card, name), frame) ?? '';
    const head = textLabel(name, [words], 'heading', 0, top + frame.text, 'start', frame, 'ink');
    labels.push(head);
    if (hasWords(head)) top = head.box.y1 + HEAD_GAP;
    for (const point of points) {
      const isTotal = name === TOTALS;
      const bar = { row: point.id, y: top + HALF, half: HALF, tone: isTotal ? tone : 'rest' };
      marks.push(barPiece('sure', 0, x(point.value), bar));
      labels.push(countLabel(card, point, x(point.value) + 8, top + frame.value - 5, isTotal, frame));
      top += 2 * HALF + UNDER;
    }
    top += APART;
  }
  for (const point of later) {
    const label = countLabel(card, point, 0, top + frame.value, true, frame);
    const y = label.box.y1 + HEAD + 4;
    marks.push(arrow(0, frame.width, { row: point.id, tone: 'ink', y, half: HEAD }));
    labels.push(label);
    top = y + HEAD + 4;
  }
  const words = annotationWords(namedAnnotation(card, CAVEAT), frame) ?? '';
  const caveat = textLabel(
    CAVEAT,
    wrapText(words, frame.width, frame.text),
    'remark',
    0,
    top + frame.text,
    'start',
    frame,
  );
  labels.push(caveat);
  const height = Math.ceil(hasWords(caveat) ? caveat.box.y1 + 2 : top);

  return {
    ...numberFigureWords(ledger, card, series),
    frame: { ...frame, height, bottom: height },
    axes: [],
    marks,
    labels: labels.filter(hasWords),
    placed: marks.flatMap(({ row, boxes: [box] }) =>
      row && box ? [{ row, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }] : [],
    ),
  };
}

/** Returns the last day that a count can mean; without a day of its own that is the day of the earliest report of it. */
function knownBy(ledger: Ledger, { hasDay, to, sourceIds }: Point): Date {
  if (hasDay) return to;
  const reports = sourceIds.flatMap((id) => ledger.sources.get(id)?.published ?? []).map((day) => utc(lastDay(day)));
  return new Date(Math.min(to.getTime(), ...reports.map((day) => day.getTime())));
}

/** Writes how many, and what was counted; a running total in the colour of its bar. */
function countLabel(card: FilledCard, { id }: Point, x: number, y: number, isTotal: boolean, frame: Frame): Label {
  const lines = (annotationWordsAt(card, id, frame) ?? '').split(' | ').filter(Boolean);
  return { ...textLabel(id, lines, 'value', x, y, 'start', frame, isTotal ? 'china' : 'neutral', 1), row: id };
}
