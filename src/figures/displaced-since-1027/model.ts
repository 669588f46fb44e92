import {
  countAxis,
  timeAxis,
  byWidth,
  frameOf,
  leaderLines,
  placeLabels,
  textLabel,
  brokenLine,
  rule,
  stepLine,
  countScale,
  countTicks,
  dayRange,
  halfMonthsBetween,
  timeScale,
  wrapText,
  type WidthName,
} from '../../charts/index.ts';
import { keyHeight, markKey } from '../shared/card-key.ts';
import { placedPoints, pointMarks, neededPlace, placeSeries, rowLabels } from '../shared/placed-points.ts';
import { seriesOf, drawnPoints } from '../shared/series.ts';
import {
  explainedRow,
  labelOptions,
  namedAnnotation,
  rowBeforeGap,
  annotationWords,
  type FilledCard,
} from '../shared/filled-card.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import type { ChartModel } from '../shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';

/** The words on the first count that covered more than northern Shan. */
const WIDER = 'wider';
/** The words on the weeks without a dated count. */
const DASHES = 'dashes';
/** The part of the dashes at which their explanation stands: where the paper left of them is empty. */
const EXPLAINED_AT = 0.375;
/** Widest line of words for which the card asks no other. */
const ROOM = 150;

/** Draws people newly displaced since 27 October 2023: steps through the UN's announcements, one line for each area counted. */
export function displacedSince1027(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, byWidth(width, { phone: 470, column: 425, paper: 270 }));
  frame.top = keyHeight(card, frame) + 26;
  const { began } = ledger.site;
  const [, end] = dayRange(drawnPoints(series));
  const x = timeScale(began, end, frame, { left: 8, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const placed = placeSeries(series, x, y, frame);
  const lines = series
    .filter((one) => one.kind === 'line')
    .flatMap((one) => brokenLine(placedPoints(one, placed), one.gaps, one.tone, stepLine));
  const place = (row: string) => neededPlace(placed, row, 'lines');
  const wider = place(explainedRow(card, WIDER));
  const after = place(explainedRow(card, DASHES));
  const before = place(rowBeforeGap(card, after.point.id));
  const widening = rule(wider.x, frame.top - 12, wider.y, wider.point.id);
  const key = markKey(card, frame);
  const marks = [widening, ...lines, ...pointMarks(series, placed, frame)];
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(x, [...halfMonthsBetween(began, end), end], '%-d %b', frame),
  ];

  const note = namedAnnotation(card, WIDER);
  const widerLabel = {
    ...textLabel(
      'wider',
      wrapText(annotationWords(note, frame) ?? '', labelOptions(note, frame).room ?? ROOM, frame.text),
      'remark',
      wider.x + 6,
      frame.top + byWidth(frame, { phone: 4, column: 0, paper: 0 }),
      'start',
      frame.text,
    ),
    row: wider.point.id,
  };
  const fixed = [...key.labels, ...axes.flatMap((axis) => axis.labels), widerLabel];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 92, column: 170, paper: 130 }));
  const dashes = {
    x: before.x + EXPLAINED_AT * (after.x - before.x),
    y: before.y + EXPLAINED_AT * (after.y - before.y),
  };
  const dashNote = namedAnnotation(card, DASHES);
  const { sides = [], room = ROOM, away } = labelOptions(dashNote, frame);
  requests.push({
    id: 'dashes',
    row: after.point.id,
    text: annotationWords(dashNote, frame) ?? '',
    kind: 'remark',
    tone: 'neutral',
    ...dashes,
    room,
    sides,
    ...(away === undefined ? {} : { away }),
  });
  const found = placeLabels(requests, fixed, marks, frame);
  const labels = [...key.labels, widerLabel, ...found];

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...leaderLines(requests, found, frame), ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}
