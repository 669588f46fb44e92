import {
  areaMark,
  boxPath,
  byWidth,
  hasWords,
  monthsBetween,
  brokenLine,
  countAxis,
  countScale,
  countTicks,
  dayRange,
  fadingEnd,
  frameOf,
  halfMonthsBetween,
  leaderLines,
  pointMark,
  placeLabels,
  rule,
  stepLine,
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
import { annotationWords, explainedRow, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { neededPlace, placedPoints, placeSeries, rowLabels, type Placed } from '../shared/placed-points.ts';
import { drawnPoints, seriesOf, type Series } from '../shared/series.ts';

/** The headings of the two grounds: what was counted until the row of the second, and from it on. */
const NARROW = 'narrow';
const WIDE = 'wide';
/** Half the height of the line over the days that a count can mean, and half the height of a step. */
const SPAN = 2;
const STEP = 1;
/** From one such line to the next, and from a dot to the first. */
const APART = { line: 6, dot: 8 };

/** Draws people newly displaced since 27 October 2023: steps through the UN's dated announcements, on one ground for each area counted. */
export function displacedSince1027(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const { began } = ledger.site;
  const [, end] = dayRange(drawnPoints(series));

  // Scales
  const frame = frameOf(width, byWidth(width, { phone: 400, column: 370, paper: 284, card: 250 }));
  frame.top = byWidth(width, { phone: 74, column: 54, paper: 54, card: 50 });
  const x = timeScale(began, end, frame, { left: 2, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const placed = besideEachOther(placeSeries(series, x, y, frame));

  // Marks
  const border = neededPlace(placed, explainedRow(card, WIDE), 'lines').x;
  const marks = [
    ...grounds(border, frame),
    ...series
      .filter(({ kind }) => kind !== 'listed')
      .flatMap((one) => seriesMarks(one, placedPoints(one, placed), border, frame)),
  ];
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(
      x,
      [
        ...byWidth(frame, { phone: halfMonthsBetween, column: halfMonthsBetween, card: monthsBetween })(began, end),
        end,
      ],
      '%-d %b',
      frame,
    ),
  ];

  // Labels
  const heads = [heading(card, NARROW, 0, border, frame), heading(card, WIDE, border, frame.width, frame)];
  const fixed = [...heads, ...axes.flatMap((axis) => axis.labels)];
  const requests = rowLabels(card, series, placed, frame, byWidth(frame, { phone: 92, column: 190, paper: 130 }));
  const found = placeLabels(requests, fixed, marks, frame);

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes,
    marks: [...marks, rule(border, 0, frame.bottom, found), ...leaderLines(requests, found, frame)],
    labels: [...heads, ...found].filter(hasWords),
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

/** Moves lines over the days of like counts upward, one above the other and above a dot on one of these days: one would hide the other, and all are “more than” their value. */
function besideEachOther(placed: Placed[]): Placed[] {
  const isSpan = ({ x0, x1 }: Placed) => x1 > x0;
  return placed.map((place) => {
    const like = placed.filter(({ y, x0, x1 }) => y === place.y && x0 <= place.x1 && x1 >= place.x0);
    const lines = like.filter(isSpan);
    if (lines.length < 2 || !isSpan(place)) return place;
    const first = like.length > lines.length ? APART.dot : 0;
    return { ...place, y: place.y - first - lines.indexOf(place) * APART.line };
  });
}

/** Tints what lies left and right of the day from which more was counted, the one less than the other. */
function grounds(border: number, { width, bottom }: Frame): Mark[] {
  return [
    { ...areaMark({ x0: 0, x1: border, y0: 0, y1: bottom }, 'ink'), opacity: 0.55 },
    areaMark({ x0: border, x1: width, y0: 0, y1: bottom }, 'ink'),
  ];
}

/** Draws one series: steps that fade where no later count is dated, on the ground of their area alone, or single marks. */
function seriesMarks(
  { kind, tone, shape, gaps, points }: Series,
  places: Placed[],
  border: number,
  frame: Frame,
): Mark[] {
  const marks = places.map((place) => mark(place));
  if (kind !== 'line') return marks;
  const open = [...gaps.map(([before]) => before), points.at(-1)?.id];
  const fading = places
    .filter(({ point, x }) => open.includes(point.id) && x < frame.right - 8)
    .flatMap(({ x, y }) => fadingEnd(x, x < border ? border : frame.right, { tone, y, half: STEP }));
  return [...fading, ...brokenLine(places, gaps, tone, stepLine), ...marks];

  /** A dot on a known day, or a line over the days that a number without one can mean, hollow as a dot would be; a diamond stands in their middle. */
  function mark(place: Placed): Mark {
    const { point, x0, x1, y } = place;
    if (x1 <= x0 || shape === 'diamond') return pointMark(place, shape, tone, frame);
    // On whole pixels: a thin outline between two would be paler than its colour.
    const middle = Math.round(y) + 0.5;
    const box = { x0, x1, y0: middle - SPAN, y1: middle + SPAN };
    return { kind: point.isDoubtful ? 'open' : 'filled', tone, row: point.id, d: boxPath(box), boxes: [box] };
  }
}

function heading(card: FilledCard, name: string, from: number, to: number, frame: Frame): Label {
  const words = annotationWords(namedAnnotation(card, name), frame) ?? '';
  const inset = 8;
  const lines = wrapText(words, to - from - 2 * inset, frame.text, true);
  return textLabel(name, lines, 'heading', from + inset, frame.text + 8, 'start', frame, 'ink');
}
