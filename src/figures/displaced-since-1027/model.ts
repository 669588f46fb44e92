import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { leaderLines, placeLabels, textLabel } from '../../charts/labels.ts';
import { brokenLine, type Placed, rule, stepLine } from '../../charts/marks.ts';
import { placedOf, pointMarks } from '../../charts/marks-of.ts';
import { neededPlace, placeSeries } from '../../charts/place.ts';
import { seriesOf } from '../../charts/points.ts';
import { countScale, countTicks, drawnPoints, OPERATION, timeScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import type { ChartModel, WidthName } from '../../charts/types.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Ledger } from '../../data/ledger.ts';

/** The first count that covered more than northern Shan, and its day. */
const WIDER = 'A09';
const WIDER_FROM = '2023-11-14';
/** Stands for the weeks without a dated count, where the dashes are explained. */
const UNDATED = '2023-11-30';
/** The counts on either side of those weeks. */
const [LAST_DATED, NEXT_DATED] = ['A12', 'A21'] as const;
/** How far along the dashes their explanation stands: where the paper left of them is empty. */
const EXPLAINED_AT = 0.375;

/** People newly displaced since 27 October 2023: steps through the UN's announcements, one line for each area counted. */
export function displacedSince1027(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 470, column: 440, paper: 270 }));
  frame.top = keyHeight(card, frame) + 26;
  const x = timeScale(OPERATION, '2023-12-31', frame, { left: 8, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const placed = placeSeries(series, x, y, frame);
  const lines = series
    .filter((one) => one.kind === 'line')
    .flatMap((one) => brokenLine(placedOf(one, placed), one.gaps, one.tone, stepLine));
  const [wider, before, after] = [WIDER, LAST_DATED, NEXT_DATED].map((id) => neededPlace(placed, id, 'lines')) as [
    Placed,
    Placed,
    Placed,
  ];
  const widening = rule(wider.x, frame.top - 12, wider.y, WIDER);
  const key = markKey(card, frame);
  const marks = [widening, ...lines, ...pointMarks(series, placed, frame)];
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(x, ['2023-11-01', '2023-11-15', '2023-12-01', '2023-12-15', '2023-12-31'], '%-d %b', frame),
  ];

  const note = annotationText(card, WIDER_FROM, frame) ?? '';
  const widerLabel = {
    ...textLabel(
      'wider',
      wrapText(note, at(frame, { phone: 90, column: 230, paper: 170 }), frame.text),
      'remark',
      wider.x + 6,
      frame.top + at(frame, { phone: 4, column: 0, paper: 0 }),
      'start',
      frame.text,
    ),
    row: WIDER,
  };
  const fixed = [...key.labels, ...axes.flatMap((axis) => axis.labels), widerLabel];
  const wishes = rowWishes(
    card,
    series,
    placed,
    frame,
    at(frame, { phone: 92, column: 170, paper: 130 }),
    tastes(width),
  );
  const dashes = {
    x: before.x + EXPLAINED_AT * (after.x - before.x),
    y: before.y + EXPLAINED_AT * (after.y - before.y),
  };
  const dashNote = annotationText(card, UNDATED, frame) ?? '';
  wishes.push({
    id: 'dashes',
    row: NEXT_DATED,
    text: dashNote,
    kind: 'remark',
    tone: 'neutral',
    ...dashes,
    room: at(frame, { phone: 84, column: 150, paper: 150 }),
    sides: ['above-left', 'left'],
    away: 10,
  });
  const found = placeLabels(wishes, fixed, marks, frame);
  const labels = [...key.labels, widerLabel, ...found];

  return {
    ...wordsOf(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...leaderLines(wishes, found, frame), ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** Where labels look best: the space right of and under the dashes is free. */
function tastes(width: WidthName): Record<string, Taste> {
  return {
    A06: { sides: ['right'], room: 150 },
    A09: { sides: ['below-right', 'right', 'left'], ...(width === 'paper' ? { room: 150 } : {}) },
    A12: { sides: ['below-right', 'right', 'left'], ...(width === 'paper' ? { room: 150 } : {}) },
    'f-wire-displaced': {
      sides: ['right', 'below-right'],
      afterWhisker: true,
      room: at(width, { phone: 134, column: 260, paper: 220 }),
    },
    A20: { sides: ['below-left'] },
    A17: { sides: ['below-right', 'below'], ...(width === 'paper' ? { room: 150 } : {}) },
    A21: {
      sides: at(width, { phone: ['above'], column: ['above-left', 'above'] }),
      room: 170,
      dx: at(width, { phone: 14, column: 0 }),
    },
    A22: at<Taste>(width, {
      phone: { sides: ['below-left'], room: 92, away: 22, leader: true },
      column: { sides: ['below-left', 'left'], room: 190 },
      paper: { sides: ['below-left'], room: 150 },
    }),
  };
}
