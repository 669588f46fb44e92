import {
  countAxis,
  timeAxis,
  byWidth,
  frameOf,
  leaderLines,
  placeLabels,
  textLabel,
  brokenLine,
  straightLine,
  countScale,
  countTicks,
  dayRange,
  halfMonthsBetween,
  monthsBetween,
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
import type { Annotation } from '../../data/schemas/figure-annotation.ts';

/** The words on the dashes between the last two counts of one outlet. */
const GAP = 'gap';
/** The words in the empty corner. */
const WARNING = 'warning';
/** Widest line of words for which the card asks no other. */
const ROOM = 130;

/** Draws positions reported lost: a mark for each published count, and lines only where one claimant counted one area. */
export function positionsLost(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, byWidth(width, { phone: 600, column: 490, paper: 350 }));
  frame.top = keyHeight(card, frame) + byWidth(width, { phone: 62, column: 62, paper: 52 });
  const { began } = ledger.site;
  const [, end] = dayRange(drawnPoints(series));
  const x = timeScale(began, end, frame, { left: 10, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const placed = placeSeries(series, x, y, frame);
  const lines = series
    .filter((one) => one.kind === 'line')
    .flatMap((one) => brokenLine(placedPoints(one, placed), one.gaps, one.tone, straightLine));
  const marks = [...lines, ...pointMarks(series, placed, frame)];
  const key = markKey(card, frame);
  const ticks = countTicks(y);
  const axes = [
    countAxis(y, ticks, frame),
    timeAxis(x, frame.name === 'phone' ? monthsBetween(began, end) : halfMonthsBetween(began, end), '%-d %b', frame),
  ];

  const wrapped = (words: string, annotation: Annotation) =>
    wrapText(words, labelOptions(annotation, frame).room ?? ROOM, frame.text);
  const warned = namedAnnotation(card, WARNING);
  const warning = textLabel(
    'warning',
    wrapped(annotationWords(warned, frame) ?? '', warned),
    'remark',
    byWidth(frame, { phone: 34, column: 40 }),
    y(ticks.at(-1) as number) + frame.text * 1.3,
    'start',
    frame.text,
  );
  const gap = namedAnnotation(card, GAP);
  const afterGap = explainedRow(card, GAP);
  const why = annotationWords(gap, frame);
  const remarks = why
    ? [
        warning,
        {
          ...textLabel(
            'gap',
            wrapped(why, gap),
            'remark',
            frame.right,
            neededPlace(placed, rowBeforeGap(card, afterGap), 'lines').y + frame.text * 1.5,
            'end',
            frame.text,
          ),
          row: afterGap,
        },
      ]
    : [warning];
  const fixed = [...remarks, ...key.labels, ...axes.flatMap((axis) => axis.labels)];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 96, column: 150, paper: 130 }));
  const found = placeLabels(requests, fixed, marks, frame);
  const labels = [...key.labels, ...remarks, ...found];

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...leaderLines(requests, found, frame), ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}
