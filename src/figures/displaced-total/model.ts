import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { placeLabels, textLabel } from '../../charts/labels.ts';
import { bandArea, bracket, brokenLine, rule, straightLine, type Placed } from '../../charts/marks.ts';
import { placedOf, pointMarks } from '../../charts/marks-of.ts';
import { neededPlace, placePoint } from '../../charts/place.ts';
import { neededSeries, seriesOf, utc, type Series } from '../../charts/points.ts';
import { countScale, countTicks, drawnPoints, OPERATION, timeScale, type CountScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import type { ChartModel, Label, Mark, WidthName } from '../../charts/types.ts';
import { FigureFault } from '../../charts/fault.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Ledger } from '../../data/ledger.ts';

const COUP = '2021-02-01';
const YEARS = ['2021', '2022', '2023', '2024', '2025'];
/** The last count before the operation and the first after it, by one office and one definition. */
const BEFORE = 'B17';
const AFTER = 'B25';
const RISE = 'd-idp-rise';
/** The other count of those displaced before the coup. */
const BASE = 'B02';

/** All people displaced inside Myanmar: the total as a line, and the two parts it consists of as bands where both are known. */
export function displacedTotal(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 460, column: 430, paper: 300 }));
  frame.top = keyHeight(card, frame) + at(width, { phone: 74, column: 48, paper: 48 });
  const x = timeScale('2020-12-01', '2025-12-31', frame, {
    left: 14,
    right: at(width, { phone: 20, column: 0, paper: 0 }),
  });
  const y = countScale(drawnPoints(series), frame);
  const placed = drawnPoints(series).map((point) => placePoint(point, x, y));
  const place = (id: string) => neededPlace(placed, id, 'lines');
  const total = neededSeries(series, 'line', 'total');
  const edges = bandEdges(placedOf(total, placed), neededSeries(series, 'band', 'since-coup'), y);
  const marks: Mark[] = [
    ...bands(edges, y),
    ...[COUP, OPERATION].map((day) =>
      rule(x(utc(day)), frame.top - at(width, { phone: 54, column: 28, paper: 28 }), frame.bottom),
    ),
    ...brokenLine(placedOf(total, placed), total.gaps, total.tone, straightLine),
    bracket(place(BEFORE), place(AFTER)),
    ...pointMarks(series, placed, frame, (one, { point }) => (isRounded(point.value) ? 'point' : one.shape)),
  ];
  const key = markKey(card, frame);
  const axes = [
    countAxis(y, countTicks(y), frame),
    timeAxis(
      x,
      at(frame, { phone: ['2021', '2023', '2025'], column: YEARS, paper: YEARS }).map((year) => `${year}-01-01`),
      '%Y',
      frame,
    ),
  ];

  const words = (id: string) => annotationText(card, id, frame) ?? '';
  const atTop = (day: string, room: number): Label =>
    textLabel(
      day,
      wrapText(words(day), room, frame.text),
      'remark',
      x(utc(day)) + 4,
      frame.top - at(frame, { phone: 46, column: 20, paper: 20 }),
      'start',
      frame.text,
    );
  const inBand = (id: string, day: string, height: (edge: Edge) => number): Label =>
    textLabel(
      id,
      [words(id)],
      'band',
      x(utc(day)),
      height(edgeAt(edges, x(utc(day)))) + frame.text * 0.36,
      'middle',
      frame.text,
      id === 'since-coup' ? 'displaced' : 'neutral',
    );
  const names = [
    atTop(COUP, at(frame, { phone: 90, column: 200, paper: 200 })),
    atTop(OPERATION, at(frame, { phone: 120, column: 220, paper: 220 })),
    {
      ...textLabel(
        'base',
        wrapText(words(BASE), at(frame, { phone: 70, column: 150, paper: 110 }), frame.text),
        'remark',
        x(utc(COUP)) + 6,
        y(0) - at(frame, { phone: 165, column: 150, paper: 100 }),
        'start',
        frame.text,
      ),
      row: BASE,
    },
    inBand(
      'since-coup',
      at(frame, { phone: '2023-05-15', column: '2023-01-15', paper: '2023-01-15' }),
      (edge) => edge.older + (edge.all - edge.older) * 0.3,
    ),
    inBand(
      'before-coup',
      at(frame, { phone: '2023-05-01', column: '2022-11-01', paper: '2022-11-01' }),
      (edge) => (y(0) + edge.older) / 2 + 4,
    ),
  ];
  const fixed = [...names, ...key.labels, ...axes.flatMap((axis) => axis.labels)];
  const wishes = rowWishes(
    card,
    series,
    placed.filter((one) => one.point.id !== BASE),
    frame,
    at(frame, { phone: 120, column: 210 }),
    tastes(width),
  );
  const rise = { x: place(AFTER).x, y: (place(BEFORE).y + place(AFTER).y) / 2 };
  wishes.unshift({
    id: RISE,
    row: AFTER,
    text: words(RISE),
    kind: 'value',
    tone: 'neutral',
    ...rise,
    room: 120,
    sides: ['right'],
    away: 5,
  });
  const labels = [...key.labels, ...names, ...placeLabels(wishes, fixed, marks, frame)];

  return {
    ...wordsOf(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...key.marks],
    labels,
    placed: placed.map((one) => ({ row: one.point.id, x: one.x, y: one.y })),
  };
}

/** Where the total of one day ends, and where the older part of it does. */
interface Edge {
  x: number;
  older: number;
  all: number;
}

/** The edges of the two parts, on days for which both the total and the newer part were published. */
function bandEdges(total: Placed[], part: Series, y: CountScale): Edge[] {
  const edges = total.flatMap((place) => {
    const newer = part.points.find((point) => point.hasDay && point.as_of === place.point.as_of);
    return newer ? [{ x: place.x, older: y(place.point.value - newer.value), all: place.y }] : [];
  });
  if (edges.length < 2)
    throw new FigureFault(
      'bands',
      'rows of other days than the totals',
      'rows of at least two days on which the line has a total',
    );
  return edges;
}

function bands(edges: Edge[], y: CountScale): Mark[] {
  return [
    bandArea(
      edges.map((one) => ({ x: one.x, low: y(0), high: one.older })),
      'neutral',
    ),
    bandArea(
      edges.map((one) => ({ x: one.x, low: one.older, high: one.all })),
      'displaced',
    ),
  ];
}

/** The edges at any place between two days, for a label. */
function edgeAt(edges: Edge[], x: number): Edge {
  const next = edges.find((edge) => edge.x >= x) ?? (edges.at(-1) as Edge);
  const before = edges[edges.indexOf(next) - 1] ?? next;
  const share = next.x > before.x ? (x - before.x) / (next.x - before.x) : 0;
  return {
    x,
    older: before.older + share * (next.older - before.older),
    all: before.all + share * (next.all - before.all),
  };
}

/** Totals to the nearest hundred thousand are statements, not counts. */
function isRounded(value: number): boolean {
  return value % 100_000 === 0;
}

/** The two counts that the rise lies between stand on either side of the line, each at its own dot. */
function tastes(width: WidthName): Record<string, Taste> {
  return {
    [BEFORE]: { sides: ['below-right'] },
    [AFTER]: { sides: ['above-left'] },
    B35: { sides: ['below-right'], room: at(width, { phone: 78, column: 200, paper: 110 }) },
    B39: {
      sides: ['above-left', 'above'],
      room: at(width, { phone: 130, column: 210 }),
      dx: at(width, { phone: 16, column: 0, paper: 0 }),
    },
  };
}
