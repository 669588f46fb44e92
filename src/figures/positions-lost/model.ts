import {
  byWidth,
  hasWords,
  countAxis,
  countScale,
  countTicks,
  dayRange,
  frameOf,
  halfMonthsBetween,
  leaderLines,
  monthsBetween,
  num,
  placeLabels,
  pointMark,
  textLabel,
  timeAxis,
  timeScale,
  wrapText,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWords, labelOptions, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { placePoint, placeSeries, rowLabels, type Placed } from '../shared/placed-points.ts';
import { drawnPoints, neededSeries, seriesOf, type Series } from '../shared/series.ts';

/** The group of counts on another base: they leave the plot at its upper edge. */
const LEAVING = 'new-base';
/** The words in the empty corner. */
const WARNING = 'warning';
/** The series that the title speaks of. */
const INDEPENDENT = 'independent';
/** How much larger than others the marks are that stand for themselves; and points, which would not be seen on a phone. */
const LARGE = { [INDEPENDENT]: 1.6, other: 1.25 };
const SEEN = { phone: 1.15, column: 1, card: 1 };

/** Draws positions reported lost, a mark for each count and none joined: those that stand alone large. */
export function positionsLost(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const leaving = neededSeries(series, 'dots', LEAVING);
  const inside = series.filter((one) => one !== leaving);
  const { began } = ledger.site;
  const [, end] = dayRange(drawnPoints(series));

  // Scales
  const frame = frameOf(width, byWidth(width, { phone: 470, column: 470, paper: 312, card: 264 }));
  frame.top = byWidth(width, { phone: 66, column: 44, paper: 58, card: 26 });
  const x = timeScale(began, end, frame, { left: 2, right: 6 });
  const y = countScale(drawnPoints(inside), frame);
  const gone = leaving.points.map((point): Placed => ({ ...placePoint(point, x, y), y: frame.top }));
  const placed = [...placeSeries(inside, x, y, frame), ...gone];

  // Marks
  const marks = placed.map((place) => (gone.includes(place) ? arrowUp(place, frame) : mark(series, place, frame)));
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(
      x,
      byWidth(frame, { phone: monthsBetween, column: halfMonthsBetween, paper: halfMonthsBetween })(began, end),
      '%-d %b',
      frame,
    ),
  ];

  // Labels
  const warning = remark(card, frame);
  const fixed = [warning, ...axes.flatMap((axis) => axis.labels)];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 100, column: 150, paper: 130 }));
  const found = placeLabels(requests, fixed, marks, frame);

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...leaderLines(requests, found, frame)],
    labels: [warning, ...found].filter(hasWords),
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** Draws a count: larger where it is alone in its series. */
function mark(series: Series[], place: Placed, frame: Frame): Mark {
  const { id, points, shape, tone } = ownerOf(series, place.point.id) as Series;
  const alone = id === INDEPENDENT ? LARGE[INDEPENDENT] : LARGE.other;
  const size = points.length === 1 ? alone : shape === 'point' ? byWidth(frame, SEEN) : 1;
  return pointMark(place, shape, tone, { ...frame, mark: frame.mark * size });
}

function ownerOf(series: Series[], row: string): Series | undefined {
  return series.find(({ points }) => points.some(({ id }) => id === row));
}

/** Length of the arrow at a count beyond the scale, and half the width of its head. */
const ARROW = { length: 22, half: 4 };

/** Draws a count beyond the scale: an arrow over the plot, out of it. */
function arrowUp({ point, x, y }: Placed, { mark: r }: Frame): Mark {
  const { length, half } = ARROW;
  const d = `M${num(x)} ${num(y + r)}V${num(y + r - length)}m-${half} ${half}l${half}-${half}l${half} ${half}`;
  return {
    kind: 'bracket',
    tone: 'ink',
    row: point.id,
    d,
    boxes: [{ x0: x - half, x1: x + half, y0: y + r - length, y1: y + r }],
  };
}

function remark(card: FilledCard, frame: Frame): Label {
  const annotation = namedAnnotation(card, WARNING);
  const lines = wrapText(
    annotationWords(annotation, frame) ?? '',
    labelOptions(annotation, frame).room ?? 190,
    frame.remark,
  );
  return textLabel(
    WARNING,
    lines,
    'remark',
    byWidth(frame, { phone: 34, column: 40 }),
    frame.remark + 4,
    'start',
    frame,
  );
}
